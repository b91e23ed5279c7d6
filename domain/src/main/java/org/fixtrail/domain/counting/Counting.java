package org.fixtrail.domain.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** How the end of a period is found. */
public enum Counting {
    /** By Regulation (EEC, Euratom) No 1182/71. */
    EU1182("eu1182"),
    /** Elapsed time; a limit on a free day moves to noon of the next working day: Delegated Regulation (EU) 2025/301. */
    DORA("dora"),
    /** Elapsed time, and no extension. */
    STRICT("strict");

    /** Events outside these years are refused: a typing error, or worse. */
    public static final int FIRST_YEAR = 1970;

    public static final int LAST_YEAR = 2200;

    private static final Instant EARLIEST = startOf(FIRST_YEAR);
    private static final Instant END = startOf(LAST_YEAR + 1);

    private final String code;

    Counting(String code) {
        this.code = code;
    }

    /** The counting with this code, as rule packs and the API write it. */
    public static Optional<Counting> of(String code) {
        return Arrays.stream(values())
                .filter(counting -> counting.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    /**
     * @param start when the event happened
     * @param zone of the addressee
     * @param calendar the holidays where the action is to be taken (Regulation 1182/71, Article 2(1))
     * @throws IllegalArgumentException if the start is outside the years that are counted, or the calendar has hardly any
     *     working day
     */
    public CountedEnd count(Instant start, Length length, ZoneId zone, HolidayCalendar calendar) {
        if (!counts(start)) {
            throw new IllegalArgumentException("must be in the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        Count count = new Count(start.atZone(zone), length, new WorkingDays(calendar));
        return switch (this) {
            case EU1182 -> new Eu1182(count).end();
            case DORA -> new Dora(count).end();
            case STRICT -> count.strictOnly();
        };
    }

    /** Whether the start lies in the years that are counted. */
    public static boolean counts(Instant start) {
        return !start.isBefore(EARLIEST) && start.isBefore(END);
    }

    private static Instant startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
