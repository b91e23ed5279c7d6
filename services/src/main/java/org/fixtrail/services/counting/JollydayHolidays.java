package org.fixtrail.services.counting;

import static java.util.stream.Collectors.toUnmodifiableMap;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fixtrail.domain.counting.HolidayCalendar;

/**
 * The public holidays of a whole country, on the date on which they are kept: Bulgaria moves them from a weekend to the next
 * working day. Those of single regions are left to corrections. Safe for threads.
 */
final class JollydayHolidays implements HolidayCalendar {
    private final String id;
    private final Set<String> left;
    private final Map<Integer, Map<LocalDate, String>> byYear = new ConcurrentHashMap<>();

    /**
     * @param id the country's ISO 3166 code
     * @param left keys of Jollyday's descriptions that are no public holidays
     */
    JollydayHolidays(String id, Set<String> left) {
        this.id = id;
        this.left = left;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<String> holiday(LocalDate date) {
        return Optional.ofNullable(
                byYear.computeIfAbsent(date.getYear(), this::ofYear).get(date));
    }

    private Map<LocalDate, String> ofYear(int year) {
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(id.toLowerCase(Locale.ROOT)));
        return manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY).stream()
                .filter(holiday -> !left.contains(holiday.getPropertiesKey()))
                .collect(toUnmodifiableMap(
                        Holiday::getDate,
                        // the root locale is English; English itself could fall back to the machine's language
                        holiday -> holiday.getDescription(Locale.ROOT),
                        (first, second) -> first.equals(second) ? first : first + ", " + second));
    }
}
