package org.fixtrail.services.escalation;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.escalation.Acknowledgement;
import org.fixtrail.domain.escalation.Escalation;
import org.fixtrail.services.access.ActorNames;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Requires;

/** Tells what of clocks waits for an acknowledgement, and who gave one. */
@ApplicationScoped
@Transactional
public class FindEscalations {
    private final EntityManager em;
    private final ActorNames names;

    @Inject
    FindEscalations(EntityManager em, ActorNames names) {
        this.em = em;
        this.names = names;
    }

    @SuppressWarnings("NullAway")
    protected FindEscalations() {
        this(null, null);
    }

    /** The newest first. */
    @Requires(Permission.VIEW_RECORD)
    public List<EscalationView> ofClock(UUID clockId) {
        if (em.find(RunningClock.class, clockId) == null) {
            throw new NotFound("clock");
        }
        return views(em.createQuery(
                        "select e from Escalation e where e.clockId = :clock order by e.since desc, e.id",
                        Escalation.class)
                .setParameter("clock", clockId)
                .getResultList());
    }

    /** What of each clock waits for an acknowledgement, or was acknowledged and holds still; clocks without are left out. */
    @Requires(Permission.VIEW_RECORD)
    public Map<UUID, EscalationView> latest(Collection<UUID> clockIds) {
        if (clockIds.isEmpty()) {
            return Map.of();
        }
        return views(em.createQuery(
                                "select e from Escalation e where e.clockId in :clocks and e.since ="
                                        + " (select max(l.since) from Escalation l where l.clockId = e.clockId)",
                                Escalation.class)
                        .setParameter("clocks", clockIds)
                        .getResultList())
                .stream()
                .filter(view -> view.isOpen() || view.isAcknowledged())
                .collect(toMap(EscalationView::clockId, Function.identity(), (one, other) -> one));
    }

    private List<EscalationView> views(List<Escalation> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        Map<UUID, Acknowledgement> known = em.createQuery(
                        "select a from Acknowledgement a where a.eventId in :events", Acknowledgement.class)
                .setParameter("events", all.stream().map(Escalation::id).toList())
                .getResultStream()
                .collect(toMap(Acknowledgement::eventId, Function.identity()));
        Map<UUID, String> people = names.of(known.values().stream());
        return all.stream()
                .map(each -> {
                    Acknowledgement by = known.get(each.id());
                    return by == null
                            ? EscalationView.of(each, null, null)
                            : EscalationView.of(
                                    each, people.getOrDefault(by.actor().id(), "Somebody"), by.recordedAt());
                })
                .toList();
    }
}
