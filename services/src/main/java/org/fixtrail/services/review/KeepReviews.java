package org.fixtrail.services.review;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.figure.Figures;
import org.fixtrail.domain.review.DecisionReport;
import org.fixtrail.domain.review.ManagementReview;
import org.fixtrail.domain.review.ReviewContent;
import org.fixtrail.domain.review.ReviewDecision;
import org.fixtrail.services.access.Changed;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.figure.FigureQuery;
import org.fixtrail.services.figure.MeasureFigures;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.system.Systems;
import org.jspecify.annotations.Nullable;

/**
 * Keeps management reviews (ISO/IEC 42001, clause 9.3). Each step is an entry of its own. A review that is closed cannot be
 * edited: a further entry, with its reason, stands beside the one that was closed and holds in its place.
 */
@ApplicationScoped
@Transactional
public class KeepReviews {
    private static final int LONGEST_REASON = 2_000;

    private final Reviews reviews;
    private final MeasureFigures measure;
    private final Systems systems;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    KeepReviews(Reviews reviews, MeasureFigures measure, Systems systems, Ledger ledger, Clock clock) {
        this.reviews = reviews;
        this.measure = measure;
        this.systems = systems;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected KeepReviews() {
        this(null, null, null, null, null);
    }

    /** Begins a review: its figures, and what became of earlier decisions, are frozen as its inputs. */
    @Requires(Permission.ISSUE_PACK)
    public Outcome<UUID> open(ReviewPeriod period) {
        UUID system = period.systemId();
        if (system != null) {
            systems.get(system);
        }
        Outcome<Figures> figures = measure.measure(period.figures());
        if (figures instanceof Outcome.Done<Figures> done) {
            ManagementReview review = ManagementReview.first(
                    period.from(),
                    period.to(),
                    system,
                    new ReviewContent(
                            done.value().text(), reviews.earlier(null, period.from()), "", List.of(), List.of()));
            ledger.append(review);
            return Outcome.done(review.reviewId());
        }
        return ((Outcome.Refused<Figures>) figures).as();
    }

    /** Freezes the inputs anew, as all that is known now has them; until the review is closed. */
    @Requires(Permission.ISSUE_PACK)
    public Outcome<UUID> renewInputs(UUID reviewId, int seenEntry) {
        ManagementReview review = seen(reviewId, seenEntry);
        if (review.closed()) {
            return closed();
        }
        Outcome<Figures> figures = measure.measure(FigureQuery.now(review.from(), review.to(), review.systemId()));
        if (figures instanceof Outcome.Done<Figures> done) {
            ReviewContent said =
                    review.said().withInputs(done.value().text(), reviews.earlier(review.reviewId(), review.from()));
            return record(review.next(said, false, "inputs frozen anew"));
        }
        return ((Outcome.Refused<Figures>) figures).as();
    }

    /**
     * Enters context, participants and decisions.
     *
     * @param reason why, needed once the review is closed
     * @param seenEntry the entry that the caller looked at
     */
    @Requires(Permission.ISSUE_PACK)
    public Outcome<UUID> write(UUID reviewId, ReviewWords words, String reason, int seenEntry) {
        ManagementReview review = seen(reviewId, seenEntry);
        List<FieldProblem> problems = words.problems(
                review.said().decisions().stream().map(ReviewDecision::id).collect(toSet()));
        ReviewWords.text(problems, "reason", reason, review.closed() ? 1 : 0, LONGEST_REASON);
        if (review.closed() && words.participants().isEmpty()) {
            problems.add(new FieldProblem("participants", "must name at least one person"));
        }
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        ReviewContent said = review.said().withWords(words.context().strip(), words.names(), words.decided());
        return record(review.next(said, false, reason.strip()));
    }

    /** Closes a review; whoever does it answers for it with their name. */
    @Requires(Permission.ISSUE_PACK)
    public Outcome<UUID> close(UUID reviewId, int seenEntry) {
        ManagementReview review = seen(reviewId, seenEntry);
        if (review.closed()) {
            return closed();
        }
        if (review.said().participants().isEmpty()) {
            return Outcome.invalid("participants", "must name at least one person before the review is closed");
        }
        return record(review.next(review.said(), true, "closed"));
    }

    /**
     * Says what became of a decision, also of a closed review.
     *
     * @param doneAt when it was done; null if it is not done after all
     * @param note what was done, or why it is not; needed for the latter
     */
    @Requires(Permission.ISSUE_PACK)
    public Outcome<UUID> report(UUID reviewId, UUID decisionId, @Nullable Instant doneAt, String note) {
        ManagementReview review = reviews.held(reviewId);
        List<FieldProblem> problems = new ArrayList<>();
        ReviewWords.text(problems, "note", note, doneAt == null ? 1 : 0, LONGEST_REASON);
        if (doneAt != null && doneAt.isAfter(Instant.now(clock).plus(Timeline.CLOCK_SKEW))) {
            problems.add(new FieldProblem("doneAt", "is in the future"));
        }
        if (review.said().decisions().stream()
                .noneMatch(decision -> decision.id().equals(decisionId))) {
            problems.add(new FieldProblem("decision", "must name a decision of this review"));
        }
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        DecisionReport report = new DecisionReport(UUID.randomUUID(), reviewId, decisionId, doneAt, note.strip());
        ledger.append(report);
        return Outcome.done(report.id());
    }

    private ManagementReview seen(UUID reviewId, int seenEntry) {
        ManagementReview review = reviews.held(reviewId);
        if (review.entry() != seenEntry) {
            throw new Changed();
        }
        return review;
    }

    private Outcome<UUID> record(ManagementReview next) {
        ledger.append(next);
        return Outcome.done(next.reviewId());
    }

    private static <T> Outcome<T> closed() {
        return Outcome.refused(
                "review-closed",
                "This review is closed: add a further entry with its reason, or begin another review.");
    }
}
