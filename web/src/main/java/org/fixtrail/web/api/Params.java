package org.fixtrail.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Reads query and path parameters, and says which one is wrong. */
public final class Params {
    private static final int USUAL_LIMIT = 50;
    private static final int MOST_TEXT = 200;
    private static final int LAST_YEAR = 9999;

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
            throw new NotFound("failure");
        }
    }

    /** A failure to filter by; null and empty give null. */
    public static @Nullable UUID failureIdOrNull(String name, @Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : FailureId.parse(text).value();
        } catch (IllegalArgumentException e) {
            return throwBad(name, "must be a failure's id, which begins with F-");
        }
    }

    /** A moment with its offset, or a day, which means its begin in UTC. Null and empty give null. */
    public static @Nullable Instant moment(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            OffsetDateTime moment = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text);
            return moment.getYear() >= 1 && moment.getYear() <= LAST_YEAR
                    ? moment.toInstant()
                    : throwBad(name, "must lie in the years 1 to " + LAST_YEAR);
        } catch (DateTimeException e) {
            return throwBad(name, "must be a moment like 2026-03-31T09:00:00Z or a day like 2026-03-31");
        }
    }

    /** Words to look for. */
    public static @Nullable String text(String name, @Nullable String text) {
        if (text != null && (text.length() > MOST_TEXT || text.indexOf('\0') >= 0)) {
            return throwBad(name, "must have at most " + MOST_TEXT + " characters, and none of them NUL");
        }
        return text;
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

    /** For lists that have one order. */
    public static PageRequest page(@Nullable Integer offset, @Nullable Integer limit) {
        return page(offset, limit, null, List.of());
    }

    /**
     * @param sort a field's name, with {@code -} before it for descending; null and empty for the list's own order
     * @param sorts the names of the fields that the list sorts by
     */
    public static PageRequest page(
            @Nullable Integer offset, @Nullable Integer limit, @Nullable String sort, List<String> sorts) {
        int from = bounded("offset", offset == null ? 0 : offset, 0, PageRequest.DEEPEST);
        int most = bounded("limit", limit == null ? USUAL_LIMIT : limit, 1, PageRequest.MOST);
        if (sort == null || sort.isEmpty()) {
            return new PageRequest(from, most, null, true);
        }
        String field = sort.replaceFirst("^-", "");
        if (!sorts.contains(field)) {
            return throwBad("sort", "must be one of " + sorts + ", with - before it for descending");
        }
        return new PageRequest(from, most, field, sort.startsWith("-"));
    }

    private static int bounded(String name, int number, int least, int most) {
        return number >= least && number <= most ? number : throwBad(name, "must be from " + least + " to " + most);
    }

    private static <T> T throwBad(String name, String problem) {
        throw new BadRequest(name, problem);
    }
}
