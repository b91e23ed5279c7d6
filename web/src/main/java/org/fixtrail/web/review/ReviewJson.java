package org.fixtrail.web.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.review.EarlierDecision;
import org.fixtrail.services.review.FindReviews;
import org.fixtrail.services.review.ReviewView;
import org.fixtrail.web.figure.FiguresJson;
import org.jspecify.annotations.Nullable;

/** A management review in the API. */
public record ReviewJson(
        UUID id,
        int entry,
        Instant from,
        Instant to,
        @Nullable UUID system,
        boolean closed,
        String context,
        List<String> participants,
        List<DecisionJson> decisions,
        List<EarlierJson> earlier,
        FiguresJson figures,
        List<EntryJson> entries) {

    static ReviewJson of(ReviewView view) {
        return new ReviewJson(
                view.latest().reviewId(),
                view.latest().entry(),
                view.latest().from(),
                view.latest().to(),
                view.latest().systemId(),
                view.latest().closed(),
                view.latest().said().context(),
                view.latest().said().participants(),
                view.decisions().stream().map(DecisionJson::of).toList(),
                view.earlier().stream().map(EarlierJson::of).toList(),
                FiguresJson.of(view.figures()),
                view.entries().stream().map(EntryJson::of).toList());
    }

    /** What was decided, and what became of it; {@code note}, {@code reportedBy} and {@code reportedAt} are of the last report. */
    public record DecisionJson(
            UUID id,
            String text,
            String owner,
            LocalDate dueOn,
            boolean done,
            boolean overdue,
            @Nullable Instant doneAt,
            @Nullable String note,
            @Nullable String reportedBy,
            @Nullable Instant reportedAt) {
        static DecisionJson of(ReviewView.Decided decided) {
            ReviewView.Reported last = decided.report().orElse(null);
            return new DecisionJson(
                    decided.decision().id(),
                    decided.decision().text(),
                    decided.decision().owner(),
                    decided.decision().dueOn(),
                    decided.done(),
                    decided.overdue(),
                    last == null ? null : last.doneAt(),
                    last == null ? null : last.note(),
                    last == null ? null : last.by(),
                    last == null ? null : last.at());
        }
    }

    /** A decision of an earlier review, as it stood when the inputs were frozen. */
    public record EarlierJson(
            UUID review,
            UUID id,
            String text,
            String owner,
            LocalDate dueOn,
            @Nullable Instant doneAt,
            String note) {
        static EarlierJson of(EarlierDecision earlier) {
            return new EarlierJson(
                    earlier.reviewId(),
                    earlier.decision().id(),
                    earlier.decision().text(),
                    earlier.decision().owner(),
                    earlier.decision().dueOn(),
                    earlier.doneAt(),
                    earlier.note());
        }
    }

    /** An entry of the review. */
    public record EntryJson(int entry, Instant at, String by, boolean closed, String reason) {
        static EntryJson of(ReviewView.Entered entered) {
            return new EntryJson(entered.entry(), entered.at(), entered.by(), entered.closed(), entered.reason());
        }
    }

    /** A line of the list. */
    public record RowJson(
            UUID id, Instant from, Instant to, String system, boolean closed, int decisions, long open, long overdue) {
        static RowJson of(FindReviews.ReviewRow row) {
            return new RowJson(
                    row.id(),
                    row.from(),
                    row.to(),
                    row.system(),
                    row.closed(),
                    row.decisions(),
                    row.open(),
                    row.overdue());
        }
    }

    /** All reviews. */
    public record ListJson(List<RowJson> items) {}
}
