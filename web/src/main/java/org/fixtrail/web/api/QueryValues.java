package org.fixtrail.web.api;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers, and true and false: JAX-RS itself answers 404 to what is no number, and takes every other word for false. */
@Provider
public class QueryValues implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        String name = Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(query -> ((QueryParam) query).value())
                .findFirst()
                .orElse("");
        if (type == Integer.class) {
            return (ParamConverter<T>) new Reading<>(text -> number(name, text));
        }
        return type == Boolean.class ? (ParamConverter<T>) new Reading<>(text -> truth(name, text)) : null;
    }

    static Integer number(String name, String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new BadRequest(name, "must be a whole number");
        }
    }

    static Boolean truth(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadRequest(name, "must be one of [true, false]");
        };
    }

    /** Null and empty give null. */
    private record Reading<T>(Function<String, T> read) implements ParamConverter<T> {
        @Override
        @SuppressWarnings("NullAway")
        public @Nullable T fromString(@Nullable String text) {
            return text == null || text.isEmpty() ? null : read.apply(text);
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
