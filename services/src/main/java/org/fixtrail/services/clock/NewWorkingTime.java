package org.fixtrail.services.clock;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fixtrail.domain.counting.HolidayCalendar;
import org.fixtrail.domain.counting.WorkingTime;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.counting.HolidayCalendars;
import org.fixtrail.services.counting.KnownCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The working time that somebody states.
 *
 * @param from for example {@code 09:00}
 * @param until for example {@code 17:30}; {@code 24:00} for the end of the day
 * @param calendar whose holidays are free; null or empty where none are
 */
public record NewWorkingTime(
        Set<DayOfWeek> days,
        @Nullable String from,
        @Nullable String until,
        @Nullable String zone,
        @Nullable String calendar) {
    private static final String END_OF_DAY = "24:00";

    Outcome<WorkingTime> read(HolidayCalendars calendars) {
        List<FieldProblem> problems = new ArrayList<>();
        if (days.isEmpty()) {
            problems.add(new FieldProblem("days", "at least one day of the week"));
        }
        LocalTime begin = time("from", from, problems);
        LocalTime end = END_OF_DAY.equals(until) ? LocalTime.MIDNIGHT : time("until", until, problems);
        if (begin != null && end != null && WorkingTime.dayLength(begin, end).compareTo(WorkingTime.SHORTEST_DAY) < 0) {
            problems.add(new FieldProblem("until", "must be at least an hour after the begin"));
        }
        if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone)) {
            problems.add(new FieldProblem("zone", "must be a time zone like Europe/Berlin"));
        }
        Optional<HolidayCalendar> holidays = calendar == null || calendar.isEmpty()
                ? Optional.of(HolidayCalendar.NONE)
                : calendars.find(calendar).map(KnownCalendar::holidays);
        if (holidays.isEmpty()) {
            problems.add(new FieldProblem("calendar", "is no holiday calendar, like DE; leave it out for none"));
        }
        if (!problems.isEmpty() || begin == null || end == null) {
            return Outcome.invalid(problems);
        }
        return Outcome.done(new WorkingTime(days, begin, end, ZoneId.of(zone), holidays.get()));
    }

    /** To the minute. */
    private static @Nullable LocalTime time(String field, @Nullable String text, List<FieldProblem> problems) {
        try {
            if (text != null && text.length() == "09:00".length()) {
                return LocalTime.parse(text);
            }
        } catch (DateTimeException e) {
            // told below
        }
        problems.add(new FieldProblem(field, "must be a time like 09:00"));
        return null;
    }
}
