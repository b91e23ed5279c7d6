package org.fixtrail.domain.counting;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A calendar with some dates added and some removed. */
record CorrectedHolidays(HolidayCalendar base, Map<LocalDate, String> added, Set<LocalDate> removed)
        implements HolidayCalendar {
    CorrectedHolidays {
        added = Map.copyOf(added);
        removed = Set.copyOf(removed);
        if (removed.stream().anyMatch(added::containsKey)) {
            throw new IllegalArgumentException("a date is both added and removed");
        }
    }

    @Override
    public String id() {
        return base.id();
    }

    @Override
    public Optional<String> holiday(LocalDate date) {
        if (removed.contains(date)) {
            return Optional.empty();
        }
        return Optional.ofNullable(added.get(date)).or(() -> base.holiday(date));
    }
}
