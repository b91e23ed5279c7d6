package org.fixtrail.web.figure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.figure.FigureScope;
import org.fixtrail.domain.figure.Figures;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.figure.FigureQuery;
import org.fixtrail.services.figure.MeasureFigures;
import org.fixtrail.services.system.FindSystems;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** The figures of a period; the address holds the question, so that it can be sent to somebody. */
@Named
@RequestScoped
public class FigurePage {
    private static final int YEARS = 10;

    private final MeasureFigures measure;
    private final FindSystems systems;
    private final Show show;
    private final Clock clock;
    private final Map<String, String> asked = new HashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();
    private List<Option> systemOptions = List.of();
    private @Nullable Figures figures;

    @Inject
    public FigurePage(MeasureFigures measure, FindSystems systems, Show show, Clock clock) {
        this.measure = measure;
        this.systems = systems;
        this.show = show;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected FigurePage() {
        this(null, null, null, null);
    }

    /** Before the page is drawn. Whoever asks for no period gets this year. */
    public void open() {
        Pages.require(Permission.VIEW_RECORD);
        systemOptions = Option.of(systems.names());
        if (text("year") == null && text("from") == null && text("to") == null) {
            asked.put("year", Integer.toString(thisYear()));
        }
        Period period = period();
        Instant asOf = moment("asOf");
        String known = text("knownAt");
        Long size = known != null && known.matches("[0-9]{1,15}") ? Long.valueOf(known) : null;
        Instant knownTime = size == null ? moment("knownAt") : null;
        if (period == null || !problems.isEmpty()) {
            return;
        }
        Outcome<Figures> outcome = measure.measure(new FigureQuery(
                period.begin(zone()), period.end(zone()), Choice.id(text("system")), asOf, size, knownTime));
        if (outcome instanceof Outcome.Done<Figures> done) {
            figures = done.value();
        } else {
            problems.addAll(((Outcome.Refused<Figures>) outcome).problems());
        }
    }

    /** The days win over the year, which is chosen from the start. */
    private @Nullable Period period() {
        if (text("from") == null && text("to") == null) {
            Period year = Period.year(text("year")).orElse(null);
            if (year == null) {
                problems.add(new FieldProblem("year", "must be a year like 2026"));
            }
            return year;
        }
        LocalDate from = day("from");
        LocalDate to = day("to");
        if (from != null && to != null && to.isBefore(from)) {
            problems.add(new FieldProblem("to", "must not be before the first day"));
            return null;
        }
        return from == null || to == null ? null : new Period(from, to);
    }

    private @Nullable LocalDate day(String name) {
        try {
            return LocalDate.parse(Objects.requireNonNullElse(text(name), ""));
        } catch (DateTimeException e) {
            problems.add(new FieldProblem(name, "must be a day like 2026-03-31"));
            return null;
        }
    }

    private @Nullable Instant moment(String name) {
        String given = text(name);
        if (given == null) {
            return null;
        }
        Instant moment = show.wall().parse(given).orElse(null);
        if (moment == null) {
            problems.add(new FieldProblem(name, "is not a date and time"));
        }
        return moment;
    }

    private @Nullable String text(String name) {
        return Choice.text(asked.get(name));
    }

    private ZoneId zone() {
        return show.getZone();
    }

    private int thisYear() {
        return LocalDate.now(clock.withZone(zone())).getYear();
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

    public @Nullable Figures getFigures() {
        return figures;
    }

    /** For example "2026". */
    public String getPeriod() {
        Figures shown = figures;
        return shown == null
                ? ""
                : Period.of(shown.scope().from(), shown.scope().to(), zone()).words();
    }

    /** The AI system that was asked about, or all. */
    public String getSystemName() {
        return systemOptions.stream()
                .filter(option -> option.value().equals(text("system")))
                .map(Option::label)
                .findFirst()
                .orElse("all AI systems");
    }

    /** The query of the API that gives the same figures, now and later. */
    public String getQuery() {
        FigureScope scope = Objects.requireNonNull(figures, "figures").scope();
        String system = scope.systemId() == null ? "" : "&system=" + scope.systemId();
        return "from=" + encoded(scope.from().toString()) + "&to="
                + encoded(scope.to().toString()) + system + "&asOf="
                + encoded(scope.asOf().toString()) + "&knownAt=" + scope.knownAt();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public List<Option> getSystems() {
        return systemOptions;
    }

    public List<Option> getYears() {
        int last = thisYear();
        return IntStream.range(0, YEARS)
                .mapToObj(back -> Integer.toString(last - back))
                .map(year -> new Option(year, year))
                .toList();
    }
}
