package org.fixtrail.web.it;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a use case is called with: ids as given, one after the other, and any value that its type allows for the rest.
 */
final class Arguments {
    private final Map<Class<?>, @Nullable Object> known;
    private final Instant moment;
    private final Deque<UUID> ids = new ArrayDeque<>();
    private int asked;
    private int words;

    /**
     * @param known values of types that cannot be made from nothing, or not so that they mean anything
     * @param moment lies in the past
     */
    Arguments(Map<Class<?>, @Nullable Object> known, Instant moment) {
        this.known = known;
        this.moment = moment;
    }

    /** How many ids a call takes. */
    int slots(Method method) {
        of(method, List.of());
        return asked;
    }

    /** @param given for the ids in order; the last of them for all that follow */
    @Nullable
    Object[] of(Method method, List<UUID> given) {
        ids.clear();
        ids.addAll(given);
        asked = 0;
        return Arrays.stream(method.getGenericParameterTypes())
                .map(type -> value(type, method.toString()))
                .toArray();
    }

    private UUID id() {
        asked++;
        if (ids.isEmpty()) {
            return new UUID(1, 1);
        }
        return ids.size() == 1 ? ids.peek() : ids.pop();
    }

    private @Nullable Object value(Type type, String where) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, where);
        }
        if (type instanceof WildcardType wildcard) {
            return value(wildcard.getUpperBounds()[0], where);
        }
        Class<?> plain = (Class<?>) type;
        if (known.containsKey(plain)) {
            return known.get(plain);
        }
        if (plain == UUID.class) {
            return id();
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain.isRecord()) {
            return record(plain);
        }
        if (plain.isSealed()) {
            return value(plain.getPermittedSubclasses()[0], where);
        }
        return Objects.requireNonNull(
                simple(plain), () -> "tell ForeignCallerIT of a value of " + type + ", which is taken by " + where);
    }

    private @Nullable Object simple(Class<?> type) {
        if (type == String.class) {
            return "words " + words++;
        }
        if (type == boolean.class || type == Boolean.class) {
            return false;
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == long.class || type == Long.class) {
            return 1L;
        }
        if (type == double.class || type == Double.class) {
            return 0.5;
        }
        if (type == Instant.class) {
            return moment;
        }
        if (type == Duration.class) {
            return Duration.ofHours(1);
        }
        if (type == ZoneId.class) {
            return ZoneId.of("Europe/Paris");
        }
        return type == byte[].class ? "bytes".getBytes(StandardCharsets.UTF_8) : null;
    }

    private Object generic(ParameterizedType type, String where) {
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == UnaryOperator.class) {
            return UnaryOperator.identity();
        }
        if (raw == Map.class) {
            return Map.of();
        }
        if (!Collection.class.isAssignableFrom(raw)) {
            throw new IllegalStateException("tell Arguments how to make a " + type + ", which is taken by " + where);
        }
        Type of = type.getActualTypeArguments()[0];
        Object one = Objects.requireNonNull(value(of, where));
        return raw == Set.class ? Set.of(one) : List.of(one);
    }

    /** What may be null is, unless it is an id. */
    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable
        Object[] values = Arrays.stream(components)
                .map(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                                && component.getType() != UUID.class
                        ? null
                        : value(component.getGenericType(), type.getName()))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("tell ForeignCallerIT of a value of " + type.getName(), e);
        }
    }
}
