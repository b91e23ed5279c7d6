package org.fixtrail.web.it;

import static org.fixtrail.web.it.Outcomes.done;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fixtrail.services.review.FindReviews;
import org.fixtrail.services.review.KeepReviews;
import org.fixtrail.services.review.ReviewPeriod;
import org.fixtrail.services.review.ReviewWords;

/** Management reviews that several tests need on their way; as whoever calls. */
@ApplicationScoped
public class Reviewing {
    @Inject
    private KeepReviews keep;

    @Inject
    private FindReviews find;

    /** A review of the days before a moment, with one decision that is done. */
    UUID oneWithADecision(Instant at) {
        UUID review = done(keep.open(new ReviewPeriod(at.minus(Duration.ofDays(30)), at, null, null)));
        ReviewWords.NewDecision decision =
                new ReviewWords.NewDecision(null, "Retrain", "B. Builder", LocalDate.of(2026, 1, 1));
        done(keep.write(review, new ReviewWords("", List.of("C. Chair"), List.of(decision)), "", 1));
        UUID decided = find.one(review).decisions().get(0).decision().id();
        done(keep.report(review, decided, at, ""));
        return review;
    }
}
