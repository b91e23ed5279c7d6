package org.fixtrail.web.clock;

import static java.util.Objects.requireNonNullElse;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.Foreseen;
import org.fixtrail.domain.clock.WarningPlan;
import org.fixtrail.domain.counting.HolidayCalendar;
import org.fixtrail.domain.counting.WorkingTime;
import org.fixtrail.services.clock.FindTargets;
import org.fixtrail.services.clock.NewWarnings;
import org.fixtrail.services.clock.NewWorkingTime;
import org.fixtrail.services.clock.SetClockRules;
import org.fixtrail.services.counting.HolidayCalendars;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** When the organisation works, and when its clocks warn. */
@Named
@ViewScoped
public class ClockRulesPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String PAGE = "/target/settings.xhtml";
    /** Refused by the use case, as whatever is no number is to be. */
    private static final int NO_NUMBER = 0;

    private final FindTargets find;
    private final SetClockRules set;
    private final HolidayCalendars calendars;
    private final Show show;
    private final Map<String, String> entered = new HashMap<>();
    private final Answers timeAnswers = new Answers();
    private final Answers warningAnswers = new Answers();
    private List<String> days = new ArrayList<>();
    private @Nullable String today;
    private @Nullable String warningsToday;
    private @Nullable String foreseenFor;
    private @Nullable String foreseen;

    @Inject
    public ClockRulesPage(FindTargets find, SetClockRules set, HolidayCalendars calendars, Show show) {
        this.find = find;
        this.set = set;
        this.calendars = calendars;
        this.show = show;
    }

    @SuppressWarnings("NullAway")
    protected ClockRulesPage() {
        this(null, null, null, null);
    }

    public void load() {
        Pages.require(Permission.VIEW_RECORD);
        Optional<WorkingTime> time = find.workingTime();
        today = time.map(WorkingTime::words).orElse(null);
        days = new ArrayList<>(
                time.map(WorkingTime::days).orElse(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)).stream()
                        .map(DayOfWeek::name)
                        .toList());
        entered.put("from", time.map(known -> known.from().toString()).orElse("09:00"));
        entered.put("until", time.map(known -> until(known.until())).orElse("17:00"));
        entered.put(
                "zone",
                time.map(known -> known.zone().getId())
                        .orElseGet(() -> show.getZone().getId()));
        entered.put(
                "calendar",
                time.map(known -> known.holidays().id())
                        .filter(id -> !id.equals(HolidayCalendar.NONE.id()))
                        .orElse(""));
        WarningPlan warnings = find.warnings();
        warningsToday = warnings.words();
        entered.put("shares", list(warnings.shares()));
        entered.put("hoursBefore", list(warnings.hoursBefore()));
    }

    private static String until(LocalTime until) {
        return until.equals(LocalTime.MIDNIGHT) ? "24:00" : until.toString();
    }

    private static String list(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Saves at once if no open clock moves; otherwise says how many first, and saves when asked again. */
    public void stateTime() {
        NewWorkingTime wanted =
                new NewWorkingTime(chosenDays(), text("from"), text("until"), text("zone"), text("calendar"));
        Optional<Foreseen> what = timeAnswers.ask(() -> set.foresee(wanted));
        if (what.isEmpty()) {
            return;
        }
        boolean toldAlready = wanted.toString().equals(foreseenFor);
        if (!what.get().isNothing() && !toldAlready) {
            foreseenFor = wanted.toString();
            foreseen = ForeseenWords.of(what.get());
            return;
        }
        timeAnswers
                .ask(() -> set.workingTime(wanted))
                .ifPresent(done ->
                        Pages.go(PAGE, Map.of(), "The working time is stated. Open clocks follow within seconds."));
    }

    public void setWarnings() {
        NewWarnings wanted = new NewWarnings(numbers("shares"), numbers("hoursBefore"));
        warningAnswers
                .ask(() -> set.warnings(wanted))
                .ifPresent(plan -> Pages.go(PAGE, Map.of(), "Clocks warn like this from now on."));
    }

    private Set<DayOfWeek> chosenDays() {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> days.contains(day.name()))
                .collect(Collectors.toSet());
    }

    private List<Integer> numbers(String field) {
        return Stream.of(text(field).split("[,;\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.matches("[0-9]{1,4}") ? Integer.parseInt(word) : NO_NUMBER)
                .toList();
    }

    private String text(String field) {
        return requireNonNullElse(entered.get(field), "").strip();
    }

    /** The working time in words; null if nobody stated it. */
    public @Nullable String getToday() {
        return today;
    }

    public @Nullable String getWarningsToday() {
        return warningsToday;
    }

    public @Nullable String getForeseen() {
        return foreseen;
    }

    public Map<String, String> getEntered() {
        return entered;
    }

    public List<String> getDays() {
        return days;
    }

    public void setDays(List<String> days) {
        this.days = new ArrayList<>(days);
    }

    public Answers getTimeAnswers() {
        return timeAnswers;
    }

    public Answers getWarningAnswers() {
        return warningAnswers;
    }

    public List<Option> getDayOptions() {
        return Option.of(DayOfWeek.values(), day -> day.getDisplayName(TextStyle.FULL, Locale.UK));
    }

    public List<Option> getCalendars() {
        return calendars.all().stream()
                .map(known -> new Option(
                        known.id(),
                        known.name() + (known.filled() ? "" : " (weekends only: its dates are not filled)")))
                .toList();
    }

    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.startsWith("Europe/") || zone.startsWith("America/") || zone.equals("UTC"))
                .sorted()
                .toList();
    }
}
