package org.fixtrail.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.services.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Reads query and path parameters, and says which one is wrong. */
public final class Params {
    private Params() {}

    public static UUID id(String name, String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : throwBad(name, "must be a UUID");
        } catch (IllegalArgumentException e) {
            return throwBad(name, "must be a UUID");
        }
    }

    /** Null and empty give null. */
    public static @Nullable UUID idOrNull(String name, @Nullable String text) {
        return text == null || text.isEmpty() ? null : id(name, text);
    }

    public static UUID failureId(String text) {
        try {
            return FailureId.parse(text).value();
        } catch (IllegalArgumentException e) {
            throw new org.fixtrail.services.access.NotFound("failure");
        }
    }

    /** A moment with its offset, or a day, which means its begin in UTC. Null and empty give null. */
    public static @Nullable Instant moment(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return throwBad(name, "must be a moment like 2026-03-31T09:00:00Z or a day like 2026-03-31");
        }
    }

    /** Null and empty give null. */
    public static <E extends Enum<E>> @Nullable E choice(String name, Class<E> type, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return throwBad(name, "must be one of " + Arrays.toString(type.getEnumConstants()));
        }
    }

    /** @param sort a field's name, with {@code -} before it for descending, or null */
    public static PageRequest page(@Nullable Integer offset, @Nullable Integer limit, @Nullable String sort) {
        boolean descending = sort == null || sort.startsWith("-");
        String field = sort == null ? null : sort.replaceFirst("^-", "");
        try {
            return new PageRequest(offset == null ? 0 : offset, limit == null ? 50 : limit, field, descending);
        } catch (IllegalArgumentException e) {
            return throwBad("limit", String.valueOf(e.getMessage()));
        }
    }

    private static <T> T throwBad(String name, String problem) {
        throw new BadRequest(name, problem);
    }
}
