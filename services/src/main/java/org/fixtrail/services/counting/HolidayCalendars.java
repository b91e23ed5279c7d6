package org.fixtrail.services.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** What Jollyday has and the lists in the Official Journal have not: a holiday too many makes a deadline too late. */
    private static final Map<String, Set<String>> LEFT_OUT =
            Map.of("GR", Set.of("THREE_HIERARCHS"), "SE", Set.of("CHRISTMAS_EVE", "NEW_YEARS_EVE", "MIDSUMMER_EVE"));

    /** Where Jollyday is wrong in so much that weekends alone are the safer calendar. */
    private static final Map<String, String> NOT_FILLED = Map.of(
            "CY",
            "not filled: Jollyday has the western Easter, Cyprus the eastern; add the dates as corrections",
            "IS",
            "not filled: Jollyday lacks Easter's free days and has others that the Official Journal (for 2015:"
                    + " 2014/C 455/07) has not; add the dates as corrections");

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
        String reason = NOT_FILLED.get(code);
        return reason == null
                ? new KnownCalendar(
                        name, BY_LIBRARY, true, new JollydayHolidays(code, LEFT_OUT.getOrDefault(code, Set.of())))
                : new KnownCalendar(name, reason, false, HolidayCalendar.of(code, Map.of()));
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
