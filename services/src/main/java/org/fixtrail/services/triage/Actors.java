package org.fixtrail.services.triage;

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
class Actors {
    private final EntityManager em;

    @Inject
    Actors(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected Actors() {
        this(null);
    }

    /** The display names of the people who did something, by pseudonym. */
    Map<UUID, String> names(Stream<? extends Act> acts) {
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
