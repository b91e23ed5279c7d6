package org.fixtrail.web.it;

import jakarta.persistence.Embeddable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.domain.ledger.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Entities with every field filled, found by reflection so that a new entity or field is covered at once. Values satisfy
 * the checks of the tables: text is the empty JSON object, moments rise from field to field.
 */
final class Samples {
    private Samples() {}

    /** Every field of an entity, its superclasses' too; without what weaving adds. */
    static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> part = type; part != Object.class; part = part.getSuperclass()) {
            for (Field field : part.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())
                        && !Modifier.isTransient(field.getModifiers())
                        && !field.getName().startsWith("_persistence")) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    /** @param filled whether what may be null has a value */
    static <T> T of(Class<T> type, UUID id, UUID organisation, boolean filled) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            T sample = constructor.newInstance();
            Instant moment = Instant.parse("2026-03-29T00:59:59.123456Z");
            for (Field field : fields(type)) {
                moment = moment.plus(1, ChronoUnit.HOURS);
                if (field.getName().equals("id")) {
                    field.set(sample, id);
                } else if (field.getName().equals("organisationId")) {
                    field.set(sample, organisation);
                } else if (filled || !mayBeNull(field)) {
                    field.set(sample, value(field.getType(), moment, filled));
                }
            }
            return sample;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Failure failure(UUID id, UUID organisation, UUID system) {
        Failure failure = of(Failure.class, id, organisation, false);
        fields(Failure.class).stream()
                .filter(field -> field.getName().equals("systemId"))
                .forEach(field -> set(field, failure, system));
        return failure;
    }

    static boolean mayBeNull(Field field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static void set(Field field, Object of, Object value) {
        try {
            field.set(of, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Class<?> type, Instant moment, boolean filled) {
        if (type.isEnum()) {
            return type.getEnumConstants()[filled ? 1 : 0];
        }
        if (type == UUID.class) {
            return UUID.randomUUID();
        }
        if (type == String.class) {
            return "{}";
        }
        if (type == Instant.class) {
            return moment;
        }
        if (type == boolean.class) {
            return filled;
        }
        if (type == int.class || type == Integer.class) {
            return 3;
        }
        if (type == long.class || type == Long.class) {
            return 4L;
        }
        if (type == byte[].class) {
            return Sha256.leaf(new byte[] {1}).bytes();
        }
        if (type == Sha256.class) {
            return Sha256.leaf(new byte[] {2});
        }
        if (type == Actor.class) {
            return Actor.SERVER;
        }
        if (type == StageDetails.class) {
            return StageDetails.NONE.with("note", "żółw \uD83D\uDC22 \"quoted\"");
        }
        if (type.isAnnotationPresent(Embeddable.class)) {
            return of(type, UUID.randomUUID(), UUID.randomUUID(), filled);
        }
        throw new IllegalStateException("no sample value for " + type);
    }
}
