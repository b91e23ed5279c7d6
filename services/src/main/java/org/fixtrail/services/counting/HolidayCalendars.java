package org.fixtrail.services.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fixtrail.domain.counting.HolidayCalendar;

/** The holiday calendars of the member states of the EU and of the EEA, and of the Commission. */
@ApplicationScoped
public class HolidayCalendars {
    /** The Commission's calendar; no country has this code. */
    public static final String COMMISSION = "COMMISSION";

    private static final List<String> MEMBER_STATES = List.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");
    private static final List<String> EEA = List.of("IS", "LI", "NO");

    private static final String BY_LIBRARY = "Jollyday, national public holidays; binding are the lists that the member"
            + " states send for the Official Journal (2026: C/2025/6771, 2025: C/2024/7517)";
    private static final String OPEN =
            "not filled: the dates are in the Official Journal (2026: C/2025/4103) and have not"
                    + " been taken over; add them as corrections";

    private final Map<String, KnownCalendar> calendars;

    public HolidayCalendars() {
        List<KnownCalendar> known = new ArrayList<>();
        MEMBER_STATES.forEach(code -> known.add(country(code)));
        EEA.forEach(code -> known.add(country(code)));
        known.add(new KnownCalendar("European Commission", OPEN, false, HolidayCalendar.of(COMMISSION, Map.of())));
        calendars = known.stream().collect(Collectors.toUnmodifiableMap(KnownCalendar::id, Function.identity()));
    }

    private static KnownCalendar country(String code) {
        String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
        return new KnownCalendar(name, BY_LIBRARY, true, new JollydayHolidays(code));
    }

    /** @param id an ISO 3166 code in capitals (Greece is {@code GR}), or {@link #COMMISSION} */
    public Optional<KnownCalendar> find(String id) {
        return Optional.ofNullable(calendars.get(id));
    }

    /** All, by id. */
    public List<KnownCalendar> all() {
        return calendars.values().stream()
                .sorted(Comparator.comparing(KnownCalendar::id))
                .toList();
    }
}
