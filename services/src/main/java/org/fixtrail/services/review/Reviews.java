package org.fixtrail.services.review;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.review.DecisionReport;
import org.fixtrail.domain.review.EarlierDecision;
import org.fixtrail.domain.review.ManagementReview;
import org.fixtrail.domain.review.ReviewDecision;
import org.fixtrail.services.access.NotFound;
import org.jspecify.annotations.Nullable;

/** Reads reviews, inside a use case's transaction. */
@ApplicationScoped
class Reviews {
    private static final String LATEST = """
            select r from ManagementReview r
            where r.entry = (select max(other.entry) from ManagementReview other where other.reviewId = r.reviewId)
            """;

    private final EntityManager em;

    @Inject
    Reviews(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected Reviews() {
        this(null);
    }

    /** Keeps others from adding an entry until the commit. */
    ManagementReview held(UUID reviewId) {
        List<?> held = em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "review " + reviewId)
                .getResultList();
        if (held.isEmpty()) {
            throw new IllegalStateException("the lock on the review was not taken");
        }
        return latest(reviewId);
    }

    ManagementReview latest(UUID reviewId) {
        return entries(reviewId).stream().reduce((first, second) -> second).orElseThrow(() -> new NotFound("review"));
    }

    /** In their order; empty where there is no such review. */
    List<ManagementReview> entries(UUID reviewId) {
        return em.createQuery(
                        "select r from ManagementReview r where r.reviewId = :review order by r.entry",
                        ManagementReview.class)
                .setParameter("review", reviewId)
                .getResultList();
    }

    /** The latest entry of each review, that of the latest period first. */
    List<ManagementReview> all() {
        return em.createQuery(LATEST + " order by r.to desc, r.from desc, r.leaf desc", ManagementReview.class)
                .getResultList();
    }

    /** The latest report of each decision. */
    Map<UUID, DecisionReport> reports() {
        return em.createQuery("select d from DecisionReport d order by d.leaf", DecisionReport.class)
                .getResultStream()
                .collect(toMap(DecisionReport::decisionId, report -> report, (first, second) -> second));
    }

    /**
     * What other reviews decided and is still to be done, or was done since the moment; the first due first.
     *
     * @param except the review that asks; null while it has no id
     */
    List<EarlierDecision> earlier(@Nullable UUID except, Instant since) {
        Map<UUID, DecisionReport> reports = reports();
        List<EarlierDecision> earlier = new ArrayList<>();
        for (ManagementReview review : all()) {
            if (!review.reviewId().equals(except)) {
                review.said().decisions().stream()
                        .map(decision -> earlier(review, decision, reports))
                        .filter(each -> each.doneAt() == null || !each.doneAt().isBefore(since))
                        .forEach(earlier::add);
            }
        }
        earlier.sort(
                Comparator.comparing((EarlierDecision each) -> each.decision().dueOn())
                        .thenComparing(each -> each.decision().id()));
        return earlier;
    }

    private static EarlierDecision earlier(
            ManagementReview review, ReviewDecision decision, Map<UUID, DecisionReport> reports) {
        DecisionReport report = reports.get(decision.id());
        return report == null
                ? new EarlierDecision(review.reviewId(), decision, null, "")
                : new EarlierDecision(review.reviewId(), decision, report.doneAt(), report.note());
    }
}
