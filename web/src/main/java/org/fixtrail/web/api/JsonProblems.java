package org.fixtrail.web.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fixtrail.domain.failure.FieldProblem;

/** Says what is wrong with JSON in the words of who sent it: the parser's own messages name our classes. */
final class JsonProblems {
    private static final int INVALID = 400;

    private JsonProblems() {}

    static Response of(JsonProcessingException wrong) {
        if (wrong instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return problem(
                    "The body does not have the form asked for.",
                    List.of(new FieldProblem(path(mapping), words(mapping))));
        }
        return problem(wholeBody(wrong), List.of());
    }

    private static String wholeBody(JsonProcessingException wrong) {
        if (wrong instanceof MismatchedInputException) {
            return "The body does not have the form asked for.";
        }
        if (wrong instanceof StreamConstraintsException) {
            return "The body is nested deeper, or holds a longer text or number, than anything here needs.";
        }
        String message = wrong.getOriginalMessage();
        if (message != null && message.startsWith("Duplicate field")) {
            return message + ".";
        }
        JsonLocation at = wrong.getLocation();
        return "The body is not well-formed JSON in UTF-8"
                + (at == null ? "." : ": see line " + at.getLineNr() + ", column " + at.getColumnNr() + ".");
    }

    private static String words(JsonMappingException mapping) {
        if (mapping instanceof UnrecognizedPropertyException) {
            return "is not known here";
        }
        if (mapping instanceof InvalidFormatException format) {
            return expected(format.getTargetType());
        }
        if (mapping instanceof MismatchedInputException) {
            return "has the wrong form";
        }
        return mapping.getCause() instanceof JsonProcessingException cause ? wholeBody(cause) : "cannot be read";
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (type == Instant.class) {
            return "must be a moment with its offset, like 2026-03-31T09:00:00Z";
        }
        return type == UUID.class ? "must be an id" : "has the wrong form";
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static Response problem(String detail, List<FieldProblem> fields) {
        return Problem.of("invalid-json", INVALID, "Invalid JSON", detail, fields);
    }
}
