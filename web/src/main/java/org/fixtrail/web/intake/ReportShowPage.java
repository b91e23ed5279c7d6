package org.fixtrail.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.intake.HandleReports;
import org.fixtrail.services.system.FindSystems;
import org.fixtrail.services.triage.SecondPerson;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** One report from outside, and what becomes of it. */
@Named
@ViewScoped
public class ReportShowPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final HandleReports reports;
    private final SecondPerson second;
    private final FindSystems systems;
    private final Show show;
    private final Map<String, String> entered = new HashMap<>();
    private final Answers answers = new Answers();
    private @Nullable String id;
    private transient HandleReports.@Nullable ReportView view;

    @Inject
    public ReportShowPage(HandleReports reports, SecondPerson second, FindSystems systems, Show show) {
        this.reports = reports;
        this.second = second;
        this.systems = systems;
        this.show = show;
    }

    @SuppressWarnings("NullAway")
    protected ReportShowPage() {
        this(null, null, null, null);
    }

    public void load() {
        UUID system = getView().report().systemId();
        entered.put("system", system == null ? "" : system.toString());
        entered.put("severity", Severity.HIGH.name());
        entered.put("kind", FailureKind.INCIDENT.name());
    }

    public void open() {
        Severity severity = Choice.of(Severity.class, entered.get("severity"));
        FailureKind kind = Choice.of(FailureKind.class, entered.get("kind"));
        if (severity == null || kind == null) {
            answers.refuse(List.of(new FieldProblem(severity == null ? "severity" : "kind", "choose one")));
            return;
        }
        UUID system = entered("system").isEmpty() ? null : Pages.id(entered("system"), "AI system");
        answers.ask(() -> reports.openFailure(reportId(), system, severity, kind))
                .ifPresent(failure -> Pages.go(
                        "/failure/triage.xhtml",
                        Map.of("id", failure.toString()),
                        "The failure is open, detected when the report came in. Answer now which legal clocks run."));
    }

    public void known() {
        UUID failure = failure();
        if (failure == null) {
            answers.refuse(List.of(new FieldProblem("failure", "must be a failure's id, which begins with F-")));
            return;
        }
        answers.ask(() -> reports.known(reportId(), failure, entered("reason")))
                .ifPresent(
                        done -> back("Recorded. If it came in before the failure was detected, correct the detection:"
                                + " the earliest awareness counts."));
    }

    private @Nullable UUID failure() {
        try {
            return FailureId.parse(entered("failure").strip()).value();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public void decline() {
        answers.ask(() -> reports.decline(reportId(), entered("reason")))
                .ifPresent(done -> back("Proposed. The report waits on until a second person confirms."));
    }

    public void confirm() {
        getView()
                .waiting()
                .ifPresent(proposal -> answers.ask(() -> second.confirm(proposal.id()))
                        .ifPresent(done -> back("Confirmed: it is no failure.")));
    }

    public void reject() {
        getView()
                .waiting()
                .ifPresent(proposal -> answers.ask(() -> second.decline(proposal.id(), entered("reason")))
                        .ifPresent(done -> back("The proposal is declined: the report waits on.")));
    }

    private void back(String said) {
        Pages.go("/report/show.xhtml", Map.of("id", reportId().toString()), said);
    }

    private String entered(String field) {
        return Objects.requireNonNullElse(entered.get(field), "");
    }

    private UUID reportId() {
        return Pages.id(id, "report");
    }

    /** Read again where the session was moved to another server. */
    public HandleReports.ReportView getView() {
        HandleReports.ReportView known = view;
        if (known == null) {
            known = reports.one(reportId());
            view = known;
        }
        return known;
    }

    public boolean isOwnProposal() {
        return getView()
                .waiting()
                .filter(proposal -> proposal.actor().equals(CallerContext.get().actor()))
                .isPresent();
    }

    public String who(Actor actor) {
        return getView()
                .names()
                .getOrDefault(actor.id(), show.words(actor.kind().name()));
    }

    public List<Option> getSystems() {
        return Option.of(systems.names());
    }

    public List<Option> getSeverities() {
        return Option.of(Severity.values(), Severity::label);
    }

    public List<Option> getKinds() {
        return Option.of(FailureKind.values(), FailureKind::label);
    }

    public Map<String, String> getEntered() {
        return entered;
    }

    public Answers getAnswers() {
        return answers;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
