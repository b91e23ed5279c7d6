package org.fixtrail.domain.counting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** All days but public holidays, Saturdays and Sundays: Regulation (EEC, Euratom) No 1182/71, Article 2(2). */
record WorkingDays(HolidayCalendar calendar) {
    /** More free days in a row than any calendar has. */
    private static final int MOST_FREE = 60;

    boolean contain(LocalDate date) {
        return !isWeekend(date) && calendar.holiday(date).isEmpty();
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The first working day that is not before this date. */
    LocalDate from(LocalDate date) {
        return date.datesUntil(date.plusDays(MOST_FREE))
                .filter(this::contain)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the calendar " + calendar.id()
                        + " has no working day within " + MOST_FREE + " days from " + date));
    }

    /** The n-th working day after this date. */
    LocalDate after(LocalDate date, int n) {
        LocalDate day = date;
        for (int counted = 0; counted < n; counted++) {
            day = from(day.plusDays(1));
        }
        return day;
    }

    /** How many there are, both dates included; at most as many as asked for. */
    long count(LocalDate first, LocalDate last, int atMost) {
        return first.datesUntil(last.plusDays(1))
                .filter(this::contain)
                .limit(atMost)
                .count();
    }

    /** Why each day of the range is free, in words; the range holds free days only. */
    String freeDays(LocalDate first, LocalDate endExclusive) {
        return first.datesUntil(endExclusive).map(this::freeDay).collect(Collectors.joining(", "));
    }

    /** A holiday on a weekend is told as the holiday that it is. */
    private String freeDay(LocalDate date) {
        return Words.date(date) + " (" + calendar.holiday(date).orElse("weekend") + ")";
    }
}
