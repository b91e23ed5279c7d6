package org.fixtrail.domain.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/** Holidays written out by hand, apart from any library. */
final class CountingFixture {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final HolidayCalendar DE = german();
    static final HolidayCalendar AT = HolidayCalendar.of(
            "AT", Map.of(LocalDate.of(2025, 1, 6), "Epiphany", LocalDate.of(2025, 1, 1), "New Year"));
    static final HolidayCalendar BG = HolidayCalendar.of("BG", Map.of(LocalDate.of(2025, 3, 3), "Liberation Day"));

    private CountingFixture() {}

    static HolidayCalendar calendar(String id) {
        return switch (id) {
            case "DE" -> DE;
            case "AT" -> AT;
            case "BG" -> BG;
            case "none" -> HolidayCalendar.NONE;
            default -> throw new IllegalArgumentException(id);
        };
    }

    static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static HolidayCalendar german() {
        Map<LocalDate, String> holidays = new TreeMap<>();
        for (String easter : new String[] {"2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01"}) {
            LocalDate sunday = LocalDate.parse(easter);
            int year = sunday.getYear();
            holidays.put(LocalDate.of(year, 1, 1), "New Year");
            holidays.put(sunday.minusDays(2), "Good Friday");
            holidays.put(sunday.plusDays(1), "Easter Monday");
            holidays.put(LocalDate.of(year, 5, 1), "Labour Day");
            holidays.put(sunday.plusDays(39), "Ascension");
            holidays.put(sunday.plusDays(50), "Whit Monday");
            holidays.put(LocalDate.of(year, 10, 3), "Day of German Unity");
            holidays.put(LocalDate.of(year, 12, 25), "Christmas Day");
            holidays.put(LocalDate.of(year, 12, 26), "Second Day of Christmas");
        }
        return HolidayCalendar.of("DE", holidays);
    }
}
