package org.fixtrail.services.clock;

import static java.util.stream.Collectors.groupingBy;
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
    private static final String TAKE = """
            select id from failure where organisation_id = current_organisation() and id = ?1
            for no key update skip locked
            """;
    private static final String DONE =
            "delete from clock_refresh where organisation_id = current_organisation()" + " and failure_id = ?1";
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
        List<UUID> taken = failureIds.stream().filter(this::take).toList();
        if (taken.isEmpty()) {
            return 0;
        }
        Map<UUID, List<TransitionFact>> facts = facts(taken);
        Clocks.Round round = clocks.round(taken);
        for (UUID id : taken) {
            Failure failure = em.find(Failure.class, id);
            Instant now = Instant.now(clock);
            Timeline timeline = Timeline.now(facts.getOrDefault(id, List.of()), now);
            if (failure.isDue(now)) {
                failure.apply(timeline, now);
            }
            round.refresh(failure, timeline);
            em.createNativeQuery(DONE).setParameter(1, id).executeUpdate();
        }
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

    private boolean take(UUID id) {
        return !em.createNativeQuery(TAKE).setParameter(1, id).getResultList().isEmpty();
    }

    private Map<UUID, List<TransitionFact>> facts(List<UUID> failureIds) {
        return em.createQuery(
                        "select t from Transition t where t.failureId in :failures order by t.leaf", Transition.class)
                .setParameter("failures", failureIds)
                .getResultStream()
                .collect(groupingBy(Transition::failureId, mapping(Transition::fact, toList())));
    }
}
