package org.fixtrail.domain.lag;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar month or quarter; written {@code 2024-03} or {@code 2024-Q1}.
 *
 * @param start its first month
 */
public record Cohort(YearMonth start, CohortLength length) implements Comparable<Cohort> {
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");

    public Cohort {
        if ((start.getMonthValue() - 1) % length.months() != 0) {
            throw new IllegalArgumentException("no " + length + " starts in " + start);
        }
    }

    /** The cohort that the moment falls into, by the calendar of the zone. */
    public static Cohort of(Instant moment, CohortLength length, ZoneId zone) {
        YearMonth month = YearMonth.from(moment.atZone(zone));
        return new Cohort(month.minusMonths((month.getMonthValue() - 1) % length.months()), length);
    }

    /** Reads {@link #toString}'s form; throws a RuntimeException for any other. */
    public static Cohort parse(String text) {
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            int firstMonth = 3 * Integer.parseInt(quarter.group(2)) - 2;
            return new Cohort(YearMonth.of(Integer.parseInt(quarter.group(1)), firstMonth), CohortLength.QUARTER);
        }
        return new Cohort(YearMonth.parse(text), CohortLength.MONTH);
    }

    /** The cohort after this one, for a table or chart that shows the empty ones too. */
    public Cohort next() {
        return new Cohort(start.plusMonths(length.months()), length);
    }

    @Override
    public int compareTo(Cohort other) {
        return Comparator.comparing(Cohort::start).thenComparing(Cohort::length).compare(this, other);
    }

    @Override
    public String toString() {
        return switch (length) {
            case MONTH -> start.toString();
            case QUARTER -> start.getYear() + "-Q" + (start.getMonthValue() + 2) / 3;
        };
    }
}
