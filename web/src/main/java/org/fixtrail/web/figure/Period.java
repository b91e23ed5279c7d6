package org.fixtrail.web.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A period of whole days by a zone's calendar.
 *
 * @param from its first day
 * @param to its last day
 */
public record Period(LocalDate from, LocalDate to) {
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2999;

    public static Period ofYear(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** Empty for what is no year from 1950 to 2999. */
    public static Optional<Period> year(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{4}")) {
            return Optional.empty();
        }
        int year = Integer.parseInt(text);
        return year >= FIRST_YEAR && year <= LAST_YEAR ? Optional.of(ofYear(year)) : Optional.empty();
    }

    /** The days of a period that ends before a moment. */
    public static Period of(Instant from, Instant to, ZoneId zone) {
        return new Period(LocalDate.ofInstant(from, zone), LocalDate.ofInstant(to.minusNanos(1), zone));
    }

    public Instant begin(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    public Instant end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The year alone where it is one, for example "2026", or "2026-04-01 to 2026-06-30". */
    public String words() {
        return equals(ofYear(from.getYear())) ? Integer.toString(from.getYear()) : from + " to " + to;
    }
}
