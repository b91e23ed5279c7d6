package org.fixtrail.web.clock;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockBasis;
import org.fixtrail.domain.clock.Deadline;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.clock.Submission;
import org.fixtrail.domain.counting.CountedEnd;
import org.fixtrail.domain.counting.CountingStep;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.document.Upload;
import org.fixtrail.services.triage.ClockView;
import org.fixtrail.services.triage.SecondPerson;
import org.fixtrail.services.triage.ShowClock;
import org.fixtrail.services.triage.SubmitReports;
import org.fixtrail.services.triage.WaiveDuties;
import org.fixtrail.web.document.Uploads;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.fixtrail.web.page.WallTime;
import org.jspecify.annotations.Nullable;

/** One clock: why it ends when it ends, its history, the reports that answer it, and the call that it does not apply. */
@Named
@ViewScoped
public class ClockShowPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final ShowClock showClock;
    private final SubmitReports submitReports;
    private final WaiveDuties waiveDuties;
    private final SecondPerson secondPerson;
    private final Show show;
    private final Map<String, String> entered = new HashMap<>();
    private final Answers reportAnswers = new Answers();
    private final Answers waiverAnswers = new Answers();
    private List<String> alsoAnswers = new ArrayList<>();
    private @Nullable String id;
    private transient @Nullable ClockView view;
    private transient @Nullable Collection<Part> documents;

    @Inject
    public ClockShowPage(
            ShowClock showClock,
            SubmitReports submitReports,
            WaiveDuties waiveDuties,
            SecondPerson secondPerson,
            Show show) {
        this.showClock = showClock;
        this.submitReports = submitReports;
        this.waiveDuties = waiveDuties;
        this.secondPerson = secondPerson;
        this.show = show;
    }

    @SuppressWarnings("NullAway")
    protected ClockShowPage() {
        this(null, null, null, null, null);
    }

    public void load() {
        Optional<ClockBasis> basis = getView().clock().terms().basis();
        basis.ifPresent(known -> entered.put("addressee", known.addressee().label()));
        entered.put("kind", ReportKind.INITIAL.name());
    }

    public void submit() throws IOException {
        WallTime wall = show.wall();
        ReportKind kind = Choice.of(ReportKind.class, entered.get("kind"));
        Optional<Instant> at = wall.parse(entered("submittedAt"));
        if (kind == null || at.isEmpty()) {
            List<FieldProblem> missing = new ArrayList<>();
            if (kind == null) {
                missing.add(new FieldProblem("kind", "choose one"));
            }
            if (at.isEmpty()) {
                missing.add(new FieldProblem("submittedAt", "needs a date and a time"));
            }
            reportAnswers.refuse(missing);
            return;
        }
        Set<UUID> clocks = new HashSet<>();
        clocks.add(clockId());
        alsoAnswers.forEach(other -> clocks.add(Pages.id(other, "clock")));
        SubmitReports.NewReport report = new SubmitReports.NewReport(
                clocks,
                kind,
                at.get(),
                entered("addressee"),
                entered("reference"),
                "true".equals(entered.get("complete")),
                entered("note"));
        List<Upload> handedIn = Uploads.chosen(documents);
        reportAnswers
                .ask(() -> submitReports.submit(report, handedIn))
                .ifPresent(done -> back("The report is recorded, and the clocks follow it."));
    }

    public void retract(Submission report) {
        reportAnswers
                .ask(() -> submitReports.retract(report.id(), entered("retractReason")))
                .ifPresent(done -> back("The report is taken back; both entries stay on record."));
    }

    public void waive() {
        waiverAnswers
                .ask(() -> waiveDuties.clock(clockId(), entered("waiverReason")))
                .ifPresent(done -> back("Proposed. The clock runs on until a second person confirms."));
    }

    public void lift() {
        waiverAnswers
                .ask(() -> waiveDuties.liftClock(clockId(), entered("waiverReason")))
                .ifPresent(done -> back("The clock runs again."));
    }

    public void confirm() {
        getView()
                .waiting()
                .ifPresent(waiver -> waiverAnswers
                        .ask(() -> secondPerson.confirm(waiver.id()))
                        .ifPresent(done -> back("Confirmed: the clock is void.")));
    }

    public void decline() {
        getView()
                .waiting()
                .ifPresent(waiver -> waiverAnswers
                        .ask(() -> secondPerson.decline(waiver.id(), entered("waiverReason")))
                        .ifPresent(done -> back("Declined: the clock runs on.")));
    }

    private void back(String said) {
        Pages.go("/clock/show.xhtml", Map.of("id", clockId().toString()), said);
    }

    private String entered(String field) {
        return Objects.requireNonNullElse(entered.get(field), "");
    }

    private UUID clockId() {
        return Pages.id(id, "clock");
    }

    /** Read again where the session was moved to another server. */
    public ClockView getView() {
        ClockView known = view;
        if (known == null) {
            known = showClock.one(clockId());
            view = known;
        }
        return known;
    }

    public RunningClock getClock() {
        return getView().clock();
    }

    /** Why it ends when it ends; null for a target. */
    public @Nullable ClockBasis getBasis() {
        return getClock().terms().basis().orElse(null);
    }

    /** The rule that governs; null for a target. */
    public @Nullable ClockRule getRule() {
        return getView().rule().orElse(null);
    }

    /** The three readings as the addressee's clock shows them. */
    public List<Ending> getEndings() {
        ClockBasis basis = getBasis();
        Deadline deadline = getClock().deadline();
        return basis == null
                ? List.of()
                : Ending.of(new CountedEnd(
                        deadline.startedAt(),
                        basis.zone(),
                        deadline.strictAt(),
                        deadline.rolledAt(),
                        deadline.legalAt(),
                        basis.steps()));
    }

    public String name(CountingStep step) {
        return Ending.name(step);
    }

    public String who(Actor actor) {
        return getView()
                .names()
                .getOrDefault(actor.id(), show.words(actor.kind().name()));
    }

    /** The entry that took a report back; null if it stands. */
    public @Nullable Submission retraction(Submission report) {
        return getView().retracted().get(report.id());
    }

    public boolean isOwnProposal() {
        return getView()
                .waiting()
                .filter(waiver -> waiver.actor().equals(CallerContext.get().actor()))
                .isPresent();
    }

    public boolean isWaiting() {
        return getView().waiting().isPresent();
    }

    public List<Option> getKinds() {
        return Option.of(ReportKind.values(), ReportKind::label);
    }

    public List<Option> getSiblings() {
        return getView().siblings().stream()
                .map(other -> new Option(
                        other.id().toString(),
                        other.obligation()
                                + (other.place() == null
                                        ? ""
                                        : ", " + other.place().label())))
                .toList();
    }

    public Map<String, String> getEntered() {
        return entered;
    }

    public List<String> getAlsoAnswers() {
        return alsoAnswers;
    }

    public void setAlsoAnswers(List<String> alsoAnswers) {
        this.alsoAnswers = new ArrayList<>(alsoAnswers);
    }

    public @Nullable Collection<Part> getDocuments() {
        return documents;
    }

    public void setDocuments(@Nullable Collection<Part> documents) {
        this.documents = documents;
    }

    public Answers getReportAnswers() {
        return reportAnswers;
    }

    public Answers getWaiverAnswers() {
        return waiverAnswers;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
