package org.fixtrail.services.lag;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.lag.FailureLine;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.services.failure.FailureLines;
import org.jspecify.annotations.Nullable;

/** Reads populations from rows that the ledger covers, inside a use case's transaction. */
@ApplicationScoped
public class LagPopulations {
    /** The transitions known of failures whose revision in force, as known, is the one asked about. */
    private static final String TRANSITIONS = """
            select t.failureId, t.id, t.cycle, t.stage, t.occurredAt, t.leaf, t.proposal, t.confirms, t.supersedes,
                t.retraction, t.imported, t.details
            from Transition t, FailureRevision r
            where r.failureId = t.failureId and t.leaf < :known and r.leaf < :known
            and r.revision = (select max(other.revision) from FailureRevision other
                              where other.failureId = r.failureId and other.leaf < :known)
            """;

    private static final String OF_SYSTEM = " and r.systemId = :system";
    private static final String OF_SEVERITY = " and r.severity = :severity";
    private static final String OF_CATEGORY = " and r.category = :category";
    private static final String IN_ORDER = " order by t.failureId, t.leaf";

    private final EntityManager em;
    private final Clock clock;

    @Inject
    public LagPopulations(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected LagPopulations() {
        this(null, null);
    }

    public LagPopulation read(LagQuery query) {
        KnownTimelines known = timelines(query);
        List<FailureLine> lines = new ArrayList<>();
        known.timelines().forEach((failure, timeline) -> lines(failure, timeline, query, lines));
        return new LagPopulation(known.asOf(), known.knownAt(), lines);
    }

    /** Of every failure that the query's AI system, severity and category select, whenever it was detected. */
    public KnownTimelines timelines(LagQuery query) {
        Instant asOf = query.asOf() == null ? Moments.toMicros(Instant.now(clock)) : query.asOf();
        long knownAt = knownAt(query);
        Map<UUID, List<TransitionFact>> facts = new LinkedHashMap<>();
        transitions(query, knownAt)
                .getResultList()
                .forEach(row -> facts.computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                        .add(fact(row)));
        Map<UUID, Timeline> timelines = new LinkedHashMap<>();
        facts.forEach((failure, known) -> timelines.put(failure, Timeline.of(known, asOf, knownAt)));
        return new KnownTimelines(asOf, knownAt, timelines);
    }

    private TypedQuery<Object[]> transitions(LagQuery query, long knownAt) {
        String system = query.systemId() == null ? "" : OF_SYSTEM;
        String severity = query.severity() == null ? "" : OF_SEVERITY;
        String category = query.category() == null ? "" : OF_CATEGORY;
        TypedQuery<Object[]> transitions = em.createQuery(
                        TRANSITIONS + system + severity + category + IN_ORDER, Object[].class)
                .setParameter("known", knownAt);
        if (query.systemId() != null) {
            transitions.setParameter("system", query.systemId());
        }
        if (query.severity() != null) {
            transitions.setParameter("severity", query.severity());
        }
        if (query.category() != null) {
            transitions.setParameter("category", query.category());
        }
        return transitions;
    }

    private static void lines(UUID failure, Timeline timeline, LagQuery query, List<FailureLine> lines) {
        for (int cycle = 1; cycle <= timeline.cycle(); cycle++) {
            FailureLine line = FailureLines.line(failure, cycle, timeline);
            if (isDetectedWithin(line.reached().get(Stage.DETECTED), query.from(), query.to())) {
                lines.add(line);
            }
        }
    }

    private static boolean isDetectedWithin(@Nullable Instant detected, @Nullable Instant from, @Nullable Instant to) {
        if (from == null && to == null) {
            return true;
        }
        return detected != null && (from == null || !detected.isBefore(from)) && (to == null || detected.isBefore(to));
    }

    private long knownAt(LagQuery query) {
        if (query.knownAt() != null) {
            return query.knownAt();
        }
        Instant time = query.knownAtTime();
        if (time == null) {
            return knownNow();
        }
        Object size = em.createNativeQuery("select count(*) from ledger_entry where recorded_at <= ?1")
                .setParameter(1, java.sql.Timestamp.from(time))
                .getSingleResult();
        return ((Number) size).longValue();
    }

    /** The size of the ledger. */
    long knownNow() {
        Object size = em.createNativeQuery("select coalesce(max(size), 0) from ledger_head")
                .getSingleResult();
        return ((Number) size).longValue();
    }

    /** Only what the line needs: who did it is of no concern here, but details tell when a risk's acceptance expires. */
    private static TransitionFact fact(Object[] row) {
        Stage stage = (Stage) row[3];
        Instant occurredAt = (Instant) row[4];
        return new TransitionFact(
                (UUID) row[1],
                (UUID) row[0],
                (Integer) row[2],
                stage,
                occurredAt,
                occurredAt,
                (Long) row[5],
                Actor.SERVER,
                (StageDetails) row[11],
                (Boolean) row[6],
                (UUID) row[7],
                (UUID) row[8],
                (Boolean) row[9],
                (Boolean) row[10]);
    }
}
