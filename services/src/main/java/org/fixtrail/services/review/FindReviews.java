package org.fixtrail.services.review;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.figure.FigureScope;
import org.fixtrail.domain.figure.Figures;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.domain.review.DecisionReport;
import org.fixtrail.domain.review.ManagementReview;
import org.fixtrail.domain.review.ReviewContent;
import org.fixtrail.domain.review.ReviewDecision;
import org.fixtrail.services.access.ActorNames;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.figure.FigureQuery;
import org.fixtrail.services.figure.MeasureFigures;
import org.fixtrail.services.system.Systems;
import org.jspecify.annotations.Nullable;

/** Shows management reviews, and computes their figures again. */
@ApplicationScoped
@Transactional
public class FindReviews {
    private final Reviews reviews;
    private final MeasureFigures measure;
    private final Systems systems;
    private final ActorNames names;
    private final Clock clock;

    @Inject
    FindReviews(Reviews reviews, MeasureFigures measure, Systems systems, ActorNames names, Clock clock) {
        this.reviews = reviews;
        this.measure = measure;
        this.systems = systems;
        this.names = names;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected FindReviews() {
        this(null, null, null, null, null);
    }

    /**
     * A line of the list.
     *
     * @param system the AI system that it is about; empty for all
     * @param decisions how many it has
     * @param open how many of them are not done
     * @param overdue how many of those should have been
     */
    public record ReviewRow(
            UUID id, Instant from, Instant to, String system, boolean closed, int decisions, long open, long overdue) {}

    /** What computing frozen figures again gives. */
    public enum FiguresCheck {
        /** The record still gives the same figures. */
        SAME,
        /** It does not. */
        DIFFERENT,
        /** They were computed by another version, which counted in another way. */
        OTHER_FORM
    }

    /** Few a year: that of the latest period first. */
    @Requires(Permission.VIEW_RECORD)
    public List<ReviewRow> list() {
        Map<UUID, DecisionReport> reports = reviews.reports();
        List<ManagementReview> all = reviews.all();
        Map<UUID, String> systemNames = systems.names(all.stream()
                .map(ManagementReview::systemId)
                .filter(Objects::nonNull)
                .collect(toSet()));
        return all.stream().map(review -> row(review, reports, systemNames)).toList();
    }

    private ReviewRow row(ManagementReview review, Map<UUID, DecisionReport> reports, Map<UUID, String> systemNames) {
        List<ReviewDecision> decisions = review.said().decisions();
        List<ReviewDecision> open = decisions.stream()
                .filter(decision -> !isDone(reports.get(decision.id())))
                .toList();
        UUID system = review.systemId();
        LocalDate today = today(review);
        return new ReviewRow(
                review.reviewId(),
                review.from(),
                review.to(),
                system == null ? "" : systemNames.getOrDefault(system, ""),
                review.closed(),
                decisions.size(),
                open.size(),
                open.stream()
                        .filter(decision -> today.isAfter(decision.dueOn()))
                        .count());
    }

    private static boolean isDone(@Nullable DecisionReport report) {
        return report != null && report.doneAt() != null;
    }

    /** By the calendar of the zone in which the review's figures were computed. */
    private LocalDate today(ManagementReview review) {
        return LocalDate.now(
                clock.withZone(Figures.parse(review.said().figures()).scope().zone()));
    }

    @Requires(Permission.VIEW_RECORD)
    public ReviewView one(UUID reviewId) {
        List<ManagementReview> entries = reviews.entries(reviewId);
        if (entries.isEmpty()) {
            throw new NotFound("review");
        }
        ManagementReview latest = entries.get(entries.size() - 1);
        ReviewContent said = latest.said();
        Map<UUID, DecisionReport> reports = reviews.reports();
        Map<UUID, String> known = names.of(Stream.concat(entries.stream(), reports.values().stream()));
        LocalDate today = today(latest);
        UUID system = latest.systemId();
        return new ReviewView(
                latest,
                system == null ? null : systems.get(system).name(),
                Figures.parse(said.figures()),
                said.earlier(),
                said.decisions().stream()
                        .map(decision -> decided(decision, today, reports, known))
                        .toList(),
                entries.stream()
                        .sorted(Comparator.comparing(ManagementReview::entry).reversed())
                        .map(entry -> new ReviewView.Entered(
                                entry.id(),
                                entry.entry(),
                                entry.recordedAt(),
                                name(known, entry.actor()),
                                entry.closed(),
                                entry.reason()))
                        .toList());
    }

    private static ReviewView.Decided decided(
            ReviewDecision decision, LocalDate today, Map<UUID, DecisionReport> reports, Map<UUID, String> known) {
        DecisionReport last = reports.get(decision.id());
        Optional<ReviewView.Reported> report = Optional.ofNullable(last)
                .map(found -> new ReviewView.Reported(
                        found.doneAt(), found.note(), name(known, found.actor()), found.recordedAt()));
        return new ReviewView.Decided(decision, report, !isDone(last) && today.isAfter(decision.dueOn()));
    }

    private static String name(Map<UUID, String> known, Actor actor) {
        return known.getOrDefault(actor.id(), actor.toString());
    }

    /** Computes the figures of the latest entry again from the record, as of and as known at the same. */
    @Requires(Permission.VIEW_RECORD)
    public FiguresCheck check(UUID reviewId) {
        String frozen = reviews.latest(reviewId).said().figures();
        if (!Figures.isOfThisForm(frozen)) {
            return FiguresCheck.OTHER_FORM;
        }
        FigureScope scope = Figures.parse(frozen).scope();
        Outcome<Figures> again = measure.measure(
                new FigureQuery(scope.from(), scope.to(), scope.systemId(), scope.asOf(), scope.knownAt(), null));
        return again instanceof Outcome.Done<Figures> done
                        && done.value().text().equals(frozen)
                ? FiguresCheck.SAME
                : FiguresCheck.DIFFERENT;
    }
}
