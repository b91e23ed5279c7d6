package org.fixtrail.services.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.notification.MailChoice;
import org.fixtrail.domain.notification.MailWishes;

/** What people of the organisation chose of their mails. */
@ApplicationScoped
public class Wishes {
    private static final String ZONE = "select zone from organisation where id = current_organisation()";

    private final EntityManager em;

    @Inject
    public Wishes(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected Wishes() {
        this(null);
    }

    public MailWishes of(UUID personId) {
        List<MailChoice> last = em.createQuery(
                        "select c from MailChoice c where c.personId = :person order by c.leaf desc", MailChoice.class)
                .setParameter("person", personId)
                .setMaxResults(1)
                .getResultList();
        return last.isEmpty()
                ? MailWishes.usual(ZoneId.of((String) em.createNativeQuery(ZONE).getSingleResult()))
                : last.get(0).wishes();
    }
}
