package org.fixtrail.services.clock;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.Transition;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.services.access.Requires;

/**
 * Lets time pass for a few failures and their clocks: warnings, breaches, targets that changed, and accepted risks that
 * expired, which are open again in lists too.
 */
@ApplicationScoped
@Transactional
public class AdvanceClocks {
    /** In the order of ids, so that two nodes never wait for one another. */
    private static final String TAKE = """
            select id from failure where organisation_id = current_organisation()
                and id = any (cast(string_to_array(?1, ',') as uuid[]))
            order by id for no key update skip locked
            """;

    private static final String DONE = """
            delete from clock_refresh where organisation_id = current_organisation()
                and failure_id = any (cast(string_to_array(?1, ',') as uuid[]))
            """;
    private static final List<String> PUT_OFF = List.of(
            "update clock set due_at = ?1, version = version + 1 where organisation_id = current_organisation()"
                    + " and failure_id = ?2 and due_at < ?1",
            "update failure set due_at = ?1, version = version + 1 where organisation_id = current_organisation()"
                    + " and id = ?2 and due_at < ?1",
            "update clock_refresh set due_at = ?1 where organisation_id = current_organisation()"
                    + " and failure_id = ?2 and due_at < ?1");

    private final EntityManager em;
    private final Clocks clocks;
    private final Targets targets;
    private final Clock clock;

    @Inject
    public AdvanceClocks(EntityManager em, Clocks clocks, Targets targets, Clock clock) {
        this.em = em;
        this.clocks = clocks;
        this.targets = targets;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected AdvanceClocks() {
        this(null, null, null, null);
    }

    /**
     * Failures on which somebody else works right now are passed over; their turn comes again.
     *
     * @param failureIds few, since they commit together
     * @return how many were looked at
     */
    @Requires(Permission.OPERATE)
    public int advance(List<UUID> failureIds) {
        targets.shared();
        List<UUID> taken = take(failureIds);
        if (taken.isEmpty()) {
            return 0;
        }
        Map<UUID, List<TransitionFact>> facts = facts(taken);
        Clocks.Round round = clocks.round(taken);
        for (Failure failure : failures(taken)) {
            Instant now = Instant.now(clock);
            Timeline timeline = Timeline.now(facts.getOrDefault(failure.id(), List.of()), now);
            if (failure.isDue(now)) {
                failure.apply(timeline, now);
            }
            round.refresh(failure, timeline);
        }
        em.createNativeQuery(DONE).setParameter(1, list(taken)).executeUpdate();
        return taken.size();
    }

    /** Sets a failure aside that could not be worked on, so that it does not hold up the others. */
    @Requires(Permission.OPERATE)
    public void putOff(UUID failureId, Duration wait) {
        Timestamp until = Timestamp.from(Instant.now(clock).plus(wait));
        for (String update : PUT_OFF) {
            em.createNativeQuery(update)
                    .setParameter(1, until)
                    .setParameter(2, failureId)
                    .executeUpdate();
        }
    }

    private List<UUID> take(List<UUID> failureIds) {
        List<?> taken =
                em.createNativeQuery(TAKE).setParameter(1, list(failureIds)).getResultList();
        return taken.stream().map(UUID.class::cast).toList();
    }

    private static String list(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(joining(","));
    }

    private List<Failure> failures(List<UUID> ids) {
        return em.createQuery("select f from Failure f where f.id in :ids order by f.id", Failure.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    private Map<UUID, List<TransitionFact>> facts(List<UUID> failureIds) {
        return em.createQuery(
                        "select t from Transition t where t.failureId in :failures order by t.leaf", Transition.class)
                .setParameter("failures", failureIds)
                .getResultStream()
                .collect(groupingBy(Transition::failureId, mapping(Transition::fact, toList())));
    }
}
