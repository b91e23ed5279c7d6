package org.fixtrail.domain.counting;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The public holidays of one country or institution. */
public interface HolidayCalendar {
    /** No public holidays at all: only Saturdays and Sundays are free. */
    HolidayCalendar NONE = of("none", Map.of());

    /** Names the calendar, for example {@code DE}. */
    String id();

    /** The name of the public holiday on this date; empty if there is none. */
    Optional<String> holiday(LocalDate date);

    /** A calendar of these dates alone. */
    static HolidayCalendar of(String id, Map<LocalDate, String> holidays) {
        return new ListedHolidays(id, holidays);
    }

    /**
     * This calendar as an organisation knows it better.
     *
     * @param added further holidays, by date; a date that is a holiday already takes this name
     * @param removed dates that are no holidays
     */
    default HolidayCalendar corrected(Map<LocalDate, String> added, Set<LocalDate> removed) {
        return new CorrectedHolidays(this, added, removed);
    }
}
