package org.fixtrail.web.failure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.failure.FailureStatus;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.failure.FailureFilter;
import org.fixtrail.services.failure.FailureView;
import org.fixtrail.services.failure.FindFailures;
import org.fixtrail.services.failure.Move;
import org.fixtrail.services.failure.MoveFailure;
import org.fixtrail.services.failure.ShowFailure;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** Records a stage of a failure: the next one, one beside the line, a correction, or the confirmation of a proposal. */
@Named
@ViewScoped
public class FailureRecordPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int SUGGESTIONS = 10;

    private final ShowFailure showFailure;
    private final MoveFailure moveFailure;
    private final FindFailures findFailures;
    private final Show show;

    private final Map<String, String> asked = new HashMap<>();
    private final Answers answers = new Answers();
    private Stage stage = Stage.EMERGED;
    private @Nullable StageForm form;
    private @Nullable String occurredAt;
    private @Nullable String lateReason;
    private long seenVersion;
    private String title = "";
    private transient List<DetailText> proposed = List.of();
    private Map<String, Object> proposal = new HashMap<>();

    @Inject
    public FailureRecordPage(ShowFailure showFailure, MoveFailure moveFailure, FindFailures findFailures, Show show) {
        this.showFailure = showFailure;
        this.moveFailure = moveFailure;
        this.findFailures = findFailures;
        this.show = show;
    }

    @SuppressWarnings("NullAway")
    protected FailureRecordPage() {
        this(null, null, null, null);
    }

    public void load() {
        FailureView view = showFailure.one(failureId());
        Stage wanted = Choice.of(Stage.class, asked.get("stage"));
        if (wanted == null) {
            throw new NotFound("stage");
        }
        if (!view.may().contains(wanted)) {
            throw new NotPermitted(MoveFailure.needed(wanted));
        }
        stage = wanted;
        title = view.failure().title();
        seenVersion = view.failure().version();
        StageForm made = new StageForm(stage, view.timeline());
        form = made;
        transition(view, asked.get("supersedes")).ifPresent(replaced -> {
            made.fill(replaced.details().values());
            occurredAt = show.wall().input(replaced.occurredAt());
        });
        transition(view, asked.get("confirms")).ifPresent(fact -> {
            proposed = DetailText.of(fact.stage(), fact.details());
            proposal = new HashMap<>(fact.details().values());
        });
    }

    private Optional<TransitionFact> transition(FailureView view, @Nullable String wanted) {
        UUID transition = Choice.id(wanted);
        return view.transitions().stream()
                .filter(fact -> fact.id().equals(transition) && fact.stage() == stage)
                .findFirst();
    }

    public void record() {
        Instant at = null;
        String entered = Choice.text(occurredAt);
        if (entered != null) {
            at = show.wall().parse(entered).orElse(null);
            if (at == null) {
                answers.refuse(List.of(new FieldProblem("occurredAt", "is not a date and time")));
                return;
            }
        }
        Move move = new Move(
                failureId(),
                stage,
                at,
                isConfirmation() || form == null ? proposal : form.raw(),
                Choice.text(lateReason),
                Choice.id(asked.get("confirms")),
                Choice.id(asked.get("supersedes")),
                seenVersion);
        answers.ask(() -> moveFailure.move(move))
                .ifPresent(moved ->
                        Pages.go("/failure/show.xhtml", Map.of("id", String.valueOf(asked.get("id"))), said(moved)));
    }

    private static String said(MoveFailure.Moved moved) {
        if (moved.proposal()) {
            return moved.stage().label() + " is proposed. It takes effect when a second person confirms it.";
        }
        return moved.stage() == Stage.VALIDATION_FAILED
                ? "The results miss a threshold, so this is recorded as a failed validation."
                : moved.stage().label() + " is recorded.";
    }

    /** Open failures whose titles hold what was entered, the id first. */
    public List<String> suggest(String text) {
        FailureFilter filter = new FailureFilter(null, null, null, FailureStatus.OPEN, null, text, null, null);
        return findFailures.list(filter, PageRequest.first(SUGGESTIONS)).items().stream()
                .filter(row -> !row.id().toString().equals(asked.get("id")))
                .map(row -> row.id() + " " + row.failure().title())
                .toList();
    }

    private UUID failureId() {
        return Pages.failureId(asked.get("id"));
    }

    public boolean isConfirmation() {
        return asked.get("confirms") != null;
    }

    public boolean isCorrection() {
        return asked.get("supersedes") != null;
    }

    /** What the page's heading says. */
    public String getHeading() {
        if (isConfirmation()) {
            return "Confirm: " + stage.label();
        }
        if (isCorrection()) {
            return "Correct: " + stage.label();
        }
        return (stage.isEnding() ? "Propose: " : "Record: ") + stage.label();
    }

    public Map<String, String> getAsked() {
        return asked;
    }

    public Answers getAnswers() {
        return answers;
    }

    public Stage getStage() {
        return stage;
    }

    public String getTitle() {
        return title;
    }

    public @Nullable StageForm getForm() {
        return form;
    }

    public List<DetailText> getProposed() {
        return proposed;
    }

    public @Nullable String getOccurredAt() {
        return occurredAt;
    }

    public void setOccurredAt(@Nullable String occurredAt) {
        this.occurredAt = occurredAt;
    }

    public @Nullable String getLateReason() {
        return lateReason;
    }

    public void setLateReason(@Nullable String lateReason) {
        this.lateReason = lateReason;
    }
}
