package org.fixtrail.web.signal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.services.signal.IncomingSignal;
import org.fixtrail.web.api.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads signals from CloudEvents 1.0 over HTTP: structured, batched and binary JSON. What Fixtrail looks at stands in the
 * event's {@code data}: {@code failure}, {@code fingerprint}, {@code version}, {@code title}, {@code severity}.
 */
final class CloudEvents {
    static final String STRUCTURED = "application/cloudevents+json";
    static final String BATCHED = "application/cloudevents-batch+json";

    private static final int DATA_LENGTH = 65_536;
    private static final ObjectMapper JSON = JsonMapper.create();

    private final List<IncomingSignal> signals = new ArrayList<>();
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Instant received;

    private CloudEvents(Instant received) {
        this.received = received;
    }

    /** @param received stands in for an event that has no time */
    static CloudEvents read(String contentType, HttpHeaders headers, byte[] body, Instant received) throws IOException {
        CloudEvents events = new CloudEvents(received);
        if (contentType.startsWith(BATCHED)) {
            events.batch(tree(body));
        } else if (contentType.startsWith(STRUCTURED)) {
            events.event("", tree(body), null);
        } else {
            events.binary(contentType, headers, body);
        }
        return events;
    }

    List<IncomingSignal> signals() {
        return signals;
    }

    /** All that is wrong; where there is anything, nothing may be stored. */
    List<FieldProblem> problems() {
        return problems;
    }

    private static JsonNode tree(byte[] body) throws IOException {
        JsonNode node = JSON.readTree(text(body));
        return node == null ? JSON.nullNode() : node;
    }

    /** Strict: a body that is not UTF-8 is refused rather than mended. */
    private static String text(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(java.nio.ByteBuffer.wrap(body))
                .toString();
    }

    private void batch(JsonNode node) {
        if (!node.isArray()) {
            problem("", "body", "must be an array of events");
            return;
        }
        for (int i = 0; i < node.size(); i++) {
            event("[" + i + "].", node.get(i), null);
        }
    }

    private void binary(String contentType, HttpHeaders headers, byte[] body) throws IOException {
        var event = JSON.createObjectNode();
        for (String name : List.of("specversion", "id", "source", "type", "time", "subject")) {
            String value = headers.getHeaderString("ce-" + name);
            if (value != null) {
                event.put(name, decoded("ce-" + name, value));
            }
        }
        if (!problems.isEmpty()) {
            return;
        }
        if (body.length > 0 && !contentType.startsWith("application/json")) {
            problem("", "content-type", "must be application/json, " + STRUCTURED + " or " + BATCHED);
            return;
        }
        event("", event, body.length == 0 ? JSON.createObjectNode() : tree(body));
    }

    /** Percent-encoded UTF-8 (CloudEvents over HTTP, 3.1.3.2), decoded once; null after a problem. */
    private @Nullable String decoded(String header, String value) {
        try {
            // the container gives each byte of a header as one character
            return text(URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            problem("", header, "must be percent-encoded UTF-8");
            return null;
        }
    }

    private void event(String at, JsonNode event, @Nullable JsonNode binaryData) {
        int before = problems.size();
        if (!event.isObject()) {
            problem(at, "event", "must be an object");
            return;
        }
        if (!"1.0".equals(event.path("specversion").asText())) {
            problem(at, "specversion", "must be 1.0");
        }
        JsonNode data = binaryData == null ? event.path("data") : binaryData;
        IncomingSignal signal = new IncomingSignal(
                needed(at, event, "source", 500),
                needed(at, event, "id", 200),
                needed(at, event, "type", 200),
                time(at, event),
                failure(at, data),
                optional(at, data, "fingerprint", 200),
                optional(at, data, "version", 200),
                optional(at, data, "title", 500),
                severity(at, data),
                data(at, data));
        if (problems.size() == before) {
            signals.add(signal);
        }
    }

    private String needed(String at, JsonNode event, String name, int length) {
        String value = optional(at, event, name, length);
        if (value == null) {
            problem(at, name, "is needed");
            return "";
        }
        return value;
    }

    private @Nullable String optional(String at, JsonNode node, String name, int length) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > length) {
            problem(at, name, "must be text of 1 to " + length + " characters");
            return null;
        }
        if (value.asText().chars().anyMatch(Character::isISOControl)) {
            problem(at, name, "holds a control character");
            return null;
        }
        return value.asText();
    }

    private Instant time(String at, JsonNode event) {
        String text = optional(at, event, "time", 64);
        if (text == null) {
            return received;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            problem(at, "time", "must be a moment with its offset (RFC 3339)");
            return received;
        }
    }

    private @Nullable UUID failure(String at, JsonNode data) {
        String text = optional(at, data, "failure", 64);
        if (text == null) {
            return null;
        }
        try {
            return FailureId.parse(text).value();
        } catch (IllegalArgumentException e) {
            problem(at, "failure", "must be the id of a failure");
            return null;
        }
    }

    private @Nullable Severity severity(String at, JsonNode data) {
        String text = optional(at, data, "severity", 20);
        if (text == null) {
            return null;
        }
        try {
            return Severity.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            problem(at, "severity", "must be LOW, MEDIUM, HIGH or CRITICAL");
            return null;
        }
    }

    private String data(String at, JsonNode data) {
        String text = data.isMissingNode() ? "{}" : data.toString();
        if (text.length() > DATA_LENGTH) {
            problem(at, "data", "is longer than " + DATA_LENGTH + " characters");
        }
        if (text.indexOf('\0') >= 0 || text.contains("\\u0000")) {
            problem(at, "data", "holds a NUL character");
        }
        return text;
    }

    private void problem(String at, String field, String problem) {
        problems.add(new FieldProblem(at + field, problem));
    }
}
