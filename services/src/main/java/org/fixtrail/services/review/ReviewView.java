package org.fixtrail.services.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.figure.Figures;
import org.fixtrail.domain.review.EarlierDecision;
import org.fixtrail.domain.review.ManagementReview;
import org.fixtrail.domain.review.ReviewDecision;
import org.jspecify.annotations.Nullable;

/**
 * A review as it stands.
 *
 * @param latest the entry that holds
 * @param system the AI system that it is about; null for all
 * @param figures its frozen figures
 * @param decisions with what became of them
 * @param entries what was entered, the latest first
 */
public record ReviewView(
        ManagementReview latest,
        @Nullable String system,
        Figures figures,
        List<EarlierDecision> earlier,
        List<Decided> decisions,
        List<Entered> entries) {
    public ReviewView {
        earlier = List.copyOf(earlier);
        decisions = List.copyOf(decisions);
        entries = List.copyOf(entries);
    }

    /**
     * A decision and the last report of it.
     *
     * @param overdue not done, and its day is over
     */
    public record Decided(ReviewDecision decision, Optional<Reported> report, boolean overdue) {
        public boolean done() {
            return report.filter(last -> last.doneAt() != null).isPresent();
        }
    }

    /**
     * What became of a decision.
     *
     * @param doneAt null if it is not done after all
     * @param at when it was recorded
     */
    public record Reported(@Nullable Instant doneAt, String note, String by, Instant at) {}

    /** An entry: who made it, when and why. */
    public record Entered(UUID id, int entry, Instant at, String by, boolean closed, String reason) {}

    /** When the review was closed, and by whom; empty while it is open. */
    public Optional<Entered> closing() {
        return entries.stream().filter(Entered::closed).reduce((first, second) -> second);
    }
}
