package org.fixtrail.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.intake.Reporter;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.intake.Intake;
import org.fixtrail.services.intake.NewReport;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** The form by which somebody outside reports; without a session, since nobody is signed in. */
@Named
@RequestScoped
public class ReportFormPage {
    private static final List<String> FIELDS =
            List.of("reporter", "name", "contact", "title", "description", "version", "happenedOn");

    private final Intake intake;
    private final HttpServletRequest request;
    private final Map<String, String> entered = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();
    private @Nullable String to;
    private Intake.@Nullable Heading heading;
    private @Nullable UUID receipt;
    private String refused = "";

    @Inject
    public ReportFormPage(Intake intake, HttpServletRequest request) {
        this.intake = intake;
        this.request = request;
    }

    @SuppressWarnings("NullAway")
    protected ReportFormPage() {
        this(null, null);
    }

    /** Before the page is drawn; takes the report where the form was sent. */
    public void open() {
        UUID address = Pages.id(to, "reporting form");
        heading = intake.heading(address);
        if (request.getMethod().equals("POST")) {
            FIELDS.forEach(field -> entered.put(
                    field,
                    Objects.requireNonNullElse(request.getParameter(field), "").strip()));
            take(address);
        }
    }

    private void take(UUID address) {
        List<FieldProblem> wrong = new ArrayList<>();
        Reporter reporter = Choice.of(Reporter.class, entered.get("reporter"));
        if (reporter == null) {
            wrong.add(new FieldProblem("reporter", "choose one"));
        }
        if (entered("title").isEmpty()) {
            wrong.add(new FieldProblem("title", "say it in a line"));
        }
        Instant happened = happened(wrong);
        if (reporter == null || !wrong.isEmpty()) {
            note(wrong);
            return;
        }
        NewReport report = new NewReport(
                reporter,
                entered("name"),
                entered("contact"),
                entered("title"),
                entered("description"),
                entered("version"),
                happened);
        Outcome<UUID> outcome = intake.report(address, report);
        if (outcome instanceof Outcome.Done<UUID> done) {
            receipt = done.value();
        } else if (outcome instanceof Outcome.Refused<UUID> refusal) {
            refused = refusal.problems().isEmpty() ? refusal.reason() : "";
            note(refusal.problems());
        }
    }

    /** The day is enough for who reports; its begin in UTC stands for it. */
    private @Nullable Instant happened(List<FieldProblem> wrong) {
        String day = entered("happenedOn");
        try {
            return day.isEmpty()
                    ? null
                    : LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            wrong.add(new FieldProblem("happenedOn", "needs a date, such as 2026-11-20"));
            return null;
        }
    }

    private void note(List<FieldProblem> wrong) {
        wrong.forEach(problem ->
                problems.put(problem.field().equals("happenedAt") ? "happenedOn" : problem.field(), problem.problem()));
    }

    private String entered(String field) {
        return Objects.requireNonNullElse(entered.get(field), "");
    }

    public List<Option> getReporters() {
        return Option.of(Reporter.values(), Reporter::label);
    }

    public Map<String, String> getEntered() {
        return entered;
    }

    public Map<String, String> getProblems() {
        return problems;
    }

    /** Said where nothing more can be taken; else empty. */
    public String getRefused() {
        return refused;
    }

    public Intake.@Nullable Heading getHeading() {
        return heading;
    }

    /** The number of what was taken; null before. */
    public @Nullable UUID getReceipt() {
        return receipt;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }
}
