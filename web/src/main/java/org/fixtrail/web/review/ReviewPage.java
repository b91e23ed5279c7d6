package org.fixtrail.web.review;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.review.ReviewContent;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.review.FindReviews;
import org.fixtrail.services.review.KeepReviews;
import org.fixtrail.services.review.ReviewView;
import org.fixtrail.services.review.ReviewWords;
import org.fixtrail.web.figure.Period;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** One management review: its inputs, what is entered into it, its closing, and what became of its decisions. */
@Named
@ViewScoped
public class ReviewPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final FindReviews reviews;
    private final KeepReviews keep;
    private final Show show;
    private final Map<String, String> entered = new HashMap<>();
    private final List<DecisionForm> decisions = new ArrayList<>();
    private final Answers answers = new Answers();
    private final Answers reportAnswers = new Answers();
    private @Nullable String id;
    private int seenEntry;
    private FindReviews.@Nullable FiguresCheck checked;
    private transient @Nullable ReviewView view;

    @Inject
    public ReviewPage(FindReviews reviews, KeepReviews keep, Show show) {
        this.reviews = reviews;
        this.keep = keep;
        this.show = show;
    }

    @SuppressWarnings("NullAway")
    protected ReviewPage() {
        this(null, null, null);
    }

    public void load() {
        ReviewContent said = getView().latest().said();
        seenEntry = getView().latest().entry();
        entered.put("context", said.context());
        entered.put("participants", String.join("\n", said.participants()));
        said.decisions().forEach(decision -> decisions.add(new DecisionForm(decision)));
    }

    public void addDecision() {
        decisions.add(new DecisionForm());
    }

    public void removeDecision(DecisionForm decision) {
        decisions.remove(decision);
    }

    public void save() {
        ReviewWords words = new ReviewWords(
                text("context"),
                text("participants").lines().filter(name -> !name.isBlank()).toList(),
                decisions.stream().map(DecisionForm::words).toList());
        done(answers, () -> keep.write(reviewId(), words, text("reason"), seenEntry), "What you entered is on record.");
    }

    public void renew() {
        done(answers, () -> keep.renewInputs(reviewId(), seenEntry), "The inputs are frozen anew.");
    }

    public void close() {
        done(answers, () -> keep.close(reviewId(), seenEntry), "The review is closed, with your name.");
    }

    /** Computes the figures again and tells whether the record still gives them. */
    public void check() {
        checked = reviews.check(reviewId());
    }

    public void reportDone() {
        Optional<Instant> at = show.wall().parse(text("doneAt"));
        if (at.isEmpty()) {
            reportAnswers.refuse(List.of(new FieldProblem("doneAt", "needs a date and a time")));
        } else {
            report(at.get());
        }
    }

    public void reportUndone() {
        report(null);
    }

    private void report(@Nullable Instant doneAt) {
        UUID decision = Choice.id(text("decision"));
        if (decision == null) {
            reportAnswers.refuse(List.of(new FieldProblem("decision", "must be chosen")));
            return;
        }
        done(reportAnswers, () -> keep.report(reviewId(), decision, doneAt, text("note")), "It is on record.");
    }

    private void done(Answers told, Supplier<Outcome<UUID>> asking, String said) {
        told.ask(asking).ifPresent(recorded -> Pages.go("/review/show.xhtml", Map.of("id", textId()), said));
    }

    private String text(String name) {
        return Objects.requireNonNullElse(entered.get(name), "");
    }

    private String textId() {
        return Objects.requireNonNullElse(id, "");
    }

    private UUID reviewId() {
        return Pages.id(id, "review");
    }

    public ReviewView getView() {
        ReviewView known = view;
        if (known == null) {
            known = reviews.one(reviewId());
            view = known;
        }
        return known;
    }

    /** The words of the first problem of a decision that is being entered, or empty. */
    public String problem(int decision) {
        return answers.others(List.of()).stream()
                .filter(problem -> problem.startsWith("decisions[" + decision + "]."))
                .map(problem -> problem.substring(problem.indexOf('.') + 1)
                        .replace("dueOn", "the due day")
                        .replace("text", "the decision"))
                .reduce((first, second) -> first + "; " + second)
                .orElse("");
    }

    public String getPeriod() {
        return Period.of(getView().latest().from(), getView().latest().to(), show.getZone())
                .words();
    }

    /** What computing again gave, in words; empty before. */
    public String getCheckedWords() {
        FindReviews.FiguresCheck known = checked;
        if (known == null) {
            return "";
        }
        return switch (known) {
            case SAME -> "Computed again: the record gives the same figures.";
            case DIFFERENT -> "Computed again: the record gives other figures than these. Check the ledger.";
            case OTHER_FORM ->
                "These were computed by another version, which counted in another way: they are shown as they"
                        + " were, and cannot be compared.";
        };
    }

    public boolean isSame() {
        return checked == FindReviews.FiguresCheck.SAME;
    }

    public List<Option> getDecisionOptions() {
        return getView().decisions().stream()
                .map(decided -> new Option(
                        decided.decision().id().toString(),
                        shortened(decided.decision().text())))
                .toList();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 80
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 79)) + "…";
    }

    public List<DecisionForm> getDecisions() {
        return decisions;
    }

    public Map<String, String> getEntered() {
        return entered;
    }

    public Answers getAnswers() {
        return answers;
    }

    public Answers getReportAnswers() {
        return reportAnswers;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
