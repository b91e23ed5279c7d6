package org.fixtrail.services.figure;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.Target;
import org.fixtrail.domain.clock.TargetBook;
import org.fixtrail.domain.clock.WarningPlan;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.LearningMode;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.figure.ClockCase;
import org.fixtrail.domain.figure.FailureCase;
import org.fixtrail.domain.figure.FigureScope;
import org.fixtrail.domain.figure.TargetCase;
import org.fixtrail.services.failure.FailureLines;
import org.fixtrail.services.lag.KnownTimelines;
import org.jspecify.annotations.Nullable;

/** Reads what figures are made of from rows that the ledger covers, a query each whatever their number. */
@ApplicationScoped
class FigureRows {
    private static final String REVISIONS = """
            select r.failureId, r.severity, r.category, r.kind, r.learningMode from FailureRevision r
            where r.leaf < :known
            and r.revision = (select max(other.revision) from FailureRevision other
                              where other.failureId = r.failureId and other.leaf < :known)
            """;

    /** What a clock is of never changes after it began; all else is of its latest event that was known. */
    private static final String CLOCKS = """
            select c.target_id, e.obligation, e.started_at, e.legal_at, e.state, e.met_at
            from clock c
            join lateral (
                select last.obligation, last.started_at, last.legal_at, last.state, last.met_at, last.system_id
                from clock_event last
                where last.organisation_id = c.organisation_id and last.clock_id = c.id and last.leaf < ?1
                order by last.leaf desc limit 1) e on true
            where c.organisation_id = current_organisation() and e.legal_at >= ?2 and e.legal_at < ?3
            and c.id in (
                select ever.clock_id from clock_event ever
                where ever.organisation_id = current_organisation() and ever.legal_at >= ?2 and ever.legal_at < ?3)
            """;

    private static final String OF_SYSTEM = " and e.system_id = ?4";
    private static final String IN_ORDER = " order by c.id";

    private final EntityManager em;

    @Inject
    FigureRows(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected FigureRows() {
        this(null);
    }

    List<FailureCase> failures(KnownTimelines known) {
        Map<UUID, Object[]> revisions = em.createQuery(REVISIONS, Object[].class)
                .setParameter("known", known.knownAt())
                .getResultStream()
                .collect(toMap(row -> (UUID) row[0], row -> row));
        List<FailureCase> failures = new ArrayList<>();
        known.timelines()
                .forEach((id, timeline) -> failures.add(
                        failure(id, timeline, Objects.requireNonNull(revisions.get(id), "a failure's revision"))));
        return failures;
    }

    private static FailureCase failure(UUID id, Timeline timeline, @Nullable Object[] said) {
        return new FailureCase(
                id,
                (Severity) Objects.requireNonNull(said[1]),
                (MistakeCategory) Objects.requireNonNull(said[2]),
                (FailureKind) Objects.requireNonNull(said[3]),
                (LearningMode) said[4],
                timeline,
                IntStream.rangeClosed(1, timeline.cycle())
                        .mapToObj(cycle -> FailureLines.line(id, cycle, timeline))
                        .toList());
    }

    /** Those whose last moment lies in the period. */
    List<ClockCase> clocks(FigureScope scope) {
        String system = scope.systemId() == null ? "" : OF_SYSTEM;
        Query query = em.createNativeQuery(CLOCKS + system + IN_ORDER)
                .setParameter(1, scope.knownAt())
                .setParameter(2, Timestamp.from(scope.from()))
                .setParameter(3, Timestamp.from(scope.to()));
        if (scope.systemId() != null) {
            query.setParameter(4, scope.systemId());
        }
        List<ClockCase> clocks = new ArrayList<>();
        for (Object row : query.getResultList()) {
            clocks.add(clock((Object[]) row));
        }
        return clocks;
    }

    private static ClockCase clock(@Nullable Object[] row) {
        return new ClockCase(
                (UUID) row[0],
                (String) Objects.requireNonNull(row[1]),
                Objects.requireNonNull(moment(row[2])),
                Objects.requireNonNull(moment(row[3])),
                ClockState.valueOf((String) Objects.requireNonNull(row[4])),
                moment(row[5]));
    }

    private static @Nullable Instant moment(@Nullable Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }

    /** The latest revision known of each, the most severe first. */
    List<TargetCase> targets(long knownAt) {
        List<Target> known = em.createQuery("select t from Target t where t.leaf < :known", Target.class)
                .setParameter("known", knownAt)
                .getResultList();
        return TargetBook.of(known, List.of(), WarningPlan.DEFAULT).latest().stream()
                .map(target -> new TargetCase(
                        target.targetId(),
                        target.severity(),
                        target.fromStage(),
                        target.toStage(),
                        target.words(),
                        target.ended()))
                .toList();
    }
}
