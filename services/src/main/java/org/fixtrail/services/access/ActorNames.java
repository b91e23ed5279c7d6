package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.Actor;

/** Tells who did what, inside a use case's transaction. */
@ApplicationScoped
public class ActorNames {
    private final EntityManager em;

    @Inject
    ActorNames(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected ActorNames() {
        this(null);
    }

    /** The display names of the people who did something, by pseudonym. */
    public Map<UUID, String> of(Stream<? extends Act> acts) {
        List<UUID> people = acts.map(Act::actor)
                .filter(Actor::isPerson)
                .map(Actor::id)
                .distinct()
                .toList();
        return people.isEmpty()
                ? Map.of()
                : em.createQuery("select p from Person p where p.id in :ids", Person.class)
                        .setParameter("ids", people)
                        .getResultStream()
                        .collect(Collectors.toMap(Person::id, Person::displayName));
    }
}
