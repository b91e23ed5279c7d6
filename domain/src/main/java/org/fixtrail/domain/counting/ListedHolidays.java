package org.fixtrail.domain.counting;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Holidays that are listed one by one. */
record ListedHolidays(String id, Map<LocalDate, String> names) implements HolidayCalendar {
    ListedHolidays {
        names = Map.copyOf(names);
    }

    @Override
    public Optional<String> holiday(LocalDate date) {
        return Optional.ofNullable(names.get(date));
    }
}
