package org.fixtrail.services.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.escalation.Acknowledgement;
import org.fixtrail.domain.escalation.Escalation;
import org.fixtrail.domain.escalation.EscalationEnd;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;

/** Says that somebody knows of a warning or a miss, so that it goes up no further. For who works on failures, in whatever role. */
@ApplicationScoped
@Transactional
public class AcknowledgeNews {
    private final EntityManager em;
    private final Escalations escalations;
    private final Ledger ledger;

    @Inject
    AcknowledgeNews(EntityManager em, Escalations escalations, Ledger ledger) {
        this.em = em;
        this.escalations = escalations;
        this.ledger = ledger;
    }

    @SuppressWarnings("NullAway")
    protected AcknowledgeNews() {
        this(null, null, null);
    }

    /**
     * @param news what was seen: refused if the clock has other news by now
     * @return the id of the event that was acknowledged
     */
    @Requires({Permission.CLASSIFY_FAILURE, Permission.ANALYSE_FAILURE, Permission.REVIEW_FIX})
    public Outcome<UUID> acknowledge(UUID clockId, ClockChange news) {
        RunningClock clock = em.find(RunningClock.class, clockId);
        if (clock == null) {
            throw new NotFound("clock");
        }
        List<Escalation> open = escalations.open(clockId);
        if (open.isEmpty()) {
            return Outcome.refused("nothing-waits", "Nothing of this clock waits for an acknowledgement any more.");
        }
        Escalation waiting = open.get(0);
        if (waiting.news() != news) {
            return Outcome.refused(
                    "other-news",
                    "The clock's news is another one by now: " + waiting.news().label() + ". Look at it again.");
        }
        waiting.end(EscalationEnd.ACKNOWLEDGED);
        ledger.append(new Acknowledgement(UUID.randomUUID(), waiting, clock.systemId()));
        return Outcome.done(waiting.id());
    }
}
