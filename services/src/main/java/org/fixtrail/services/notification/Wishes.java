package org.fixtrail.services.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        return Objects.requireNonNull(of(List.of(personId)).get(personId));
    }

    /** Of some people, each of whom has an entry. */
    Map<UUID, MailWishes> of(Collection<UUID> people) {
        Map<UUID, MailWishes> chosen = new HashMap<>();
        if (!people.isEmpty()) {
            em.createQuery(
                            "select c from MailChoice c where c.personId in :people and c.leaf ="
                                    + " (select max(l.leaf) from MailChoice l where l.personId = c.personId)",
                            MailChoice.class)
                    .setParameter("people", people)
                    .getResultStream()
                    .forEach(choice -> chosen.put(choice.personId(), choice.wishes()));
        }
        if (!chosen.keySet().containsAll(people)) {
            MailWishes usual = MailWishes.usual(
                    ZoneId.of((String) em.createNativeQuery(ZONE).getSingleResult()));
            people.forEach(person -> chosen.putIfAbsent(person, usual));
        }
        return chosen;
    }
}
