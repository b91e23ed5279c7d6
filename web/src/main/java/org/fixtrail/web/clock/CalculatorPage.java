package org.fixtrail.web.clock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.counting.CountedEnd;
import org.fixtrail.domain.counting.Counting;
import org.fixtrail.domain.counting.CountingStep;
import org.fixtrail.domain.counting.LengthUnit;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.counting.HolidayCalendars;
import org.fixtrail.services.obligation.ClockPreview;
import org.fixtrail.services.obligation.ClockQuestion;
import org.fixtrail.services.obligation.PreviewClock;
import org.fixtrail.services.obligation.RulePacks;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** Tells when a clock would end and why; the address holds the question, so that it can be sent to somebody. */
@Named
@RequestScoped
public class CalculatorPage {
    private static final int MOST_DIGITS = 6;

    private final PreviewClock preview;
    private final RulePacks packs;
    private final HolidayCalendars calendars;
    private final Show show;
    private final Map<String, String> asked = new HashMap<>();
    private List<FieldProblem> problems = List.of();
    private @Nullable ClockPreview answer;

    @Inject
    public CalculatorPage(PreviewClock preview, RulePacks packs, HolidayCalendars calendars, Show show) {
        this.preview = preview;
        this.packs = packs;
        this.calendars = calendars;
        this.show = show;
    }

    @SuppressWarnings("NullAway")
    protected CalculatorPage() {
        this(null, null, null, null);
    }

    /** Before the page is drawn. Whoever only opens it is asked nothing yet. */
    public void open() {
        Pages.require(Permission.VIEW_RECORD);
        if (Choice.text(asked.get("start")) == null) {
            asked.putIfAbsent("zone", show.getZone().getId());
            return;
        }
        Outcome<ClockPreview> outcome = preview.preview(question());
        if (outcome instanceof Outcome.Done<ClockPreview> done) {
            answer = done.value();
        } else {
            problems = ((Outcome.Refused<ClockPreview>) outcome).problems();
        }
    }

    /** A rule brings its own length: what stands beside it is left aside. */
    private ClockQuestion question() {
        String rule = Choice.text(asked.get("rule"));
        boolean own = rule == null;
        return new ClockQuestion(
                rule,
                own ? length() : null,
                own ? asked.get("unit") : null,
                own ? asked.get("counting") : null,
                asked.get("start"),
                asked.get("zone"),
                asked.get("calendar"));
    }

    private @Nullable Integer length() {
        String digits = Objects.requireNonNullElse(asked.get("length"), "").strip();
        return digits.matches("[0-9]{1," + MOST_DIGITS + "}") ? Integer.valueOf(digits) : null;
    }

    /** What is wrong with a field, or empty. */
    public String problem(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(FieldProblem::problem)
                .findFirst()
                .orElse("");
    }

    public Map<String, String> getAsked() {
        return asked;
    }

    public @Nullable ClockPreview getAnswer() {
        return answer;
    }

    /** The three readings of a limit, the most careful first. */
    public List<Ending> endings(CountedEnd end) {
        return Ending.of(end);
    }

    public String name(CountingStep step) {
        return Ending.name(step);
    }

    public List<Option> getRules() {
        List<Option> rules = new ArrayList<>();
        packs.all()
                .forEach(pack -> pack.rules().stream()
                        .filter(rule -> !rule.limits().isEmpty())
                        .forEach(rule -> rules.add(new Option(rule.id(), rule.id() + ": " + rule.title()))));
        return rules;
    }

    public List<Option> getCalendars() {
        return calendars.all().stream()
                .map(each -> new Option(each.id(), each.name() + (each.filled() ? "" : " (weekends only)")))
                .sorted((one, other) -> one.label().compareTo(other.label()))
                .toList();
    }

    public List<Option> getUnits() {
        return Arrays.stream(LengthUnit.values())
                .map(unit -> new Option(unit.code(), Option.words(unit.name())))
                .toList();
    }

    public List<Option> getCountings() {
        return List.of(
                new Option(Counting.EU1182.code(), "European Union, Regulation 1182/71"),
                new Option(Counting.DORA.code(), "DORA"),
                new Option(Counting.STRICT.code(), "as time passes"));
    }

    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.startsWith("Europe/") || zone.startsWith("America/") || zone.equals("UTC"))
                .sorted()
                .toList();
    }
}
