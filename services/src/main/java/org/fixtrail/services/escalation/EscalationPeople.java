package org.fixtrail.services.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.Transition;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.system.AiSystem;

/** Who can be told: people with access who may see clocks, and have an address. */
@ApplicationScoped
class EscalationPeople {
    private static final String REACHABLE =
            "select p from Person p where p.disabled = false and p.joinedAt is not null and p.email <> ''";

    private final EntityManager em;
    private final Clock clock;

    @Inject
    EscalationPeople(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected EscalationPeople() {
        this(null, null);
    }

    /**
     * Who was named as owner when the remedy of the current cycle was decided, else who owns the AI system. Both are words, which
     * name a person where they are the name or the address of exactly one.
     */
    Optional<Person> owner(Failure failure) {
        AiSystem system = em.find(AiSystem.class, failure.systemId());
        return Stream.concat(
                        ofRemedy(failure).stream(), Stream.ofNullable(system).map(AiSystem::owner))
                .flatMap(words -> named(words).stream())
                .findFirst();
    }

    private Optional<String> ofRemedy(Failure failure) {
        List<TransitionFact> facts = em.createQuery(
                        "select t from Transition t where t.failureId = :failure order by t.leaf", Transition.class)
                .setParameter("failure", failure.id())
                .getResultStream()
                .map(Transition::fact)
                .toList();
        Timeline timeline = Timeline.now(facts, Instant.now(clock));
        return timeline.reached(timeline.cycle(), Stage.DECIDED)
                .flatMap(decided -> decided.details().text("owner"));
    }

    private Optional<Person> named(String words) {
        List<Person> found = em.createQuery(
                        REACHABLE + " and (lower(p.displayName) = :words or lower(p.email) = :words)", Person.class)
                .setParameter("words", words.strip().toLowerCase(Locale.ROOT))
                .setMaxResults(2)
                .getResultList();
        return found.size() == 1
                ? found.stream().filter(EscalationPeople::maySee).findFirst()
                : Optional.empty();
    }

    /** Those of the given who can be told, by name. */
    List<Person> reachable(Collection<UUID> ids) {
        return all().stream().filter(person -> ids.contains(person.id())).toList();
    }

    /** Everybody who can be told, by name. */
    List<Person> all() {
        return em.createQuery(REACHABLE + " order by p.displayName, p.id", Person.class)
                .getResultStream()
                .filter(EscalationPeople::maySee)
                .toList();
    }

    private static boolean maySee(Person person) {
        return person.roleSet().stream().anyMatch(role -> role.permissions().contains(Permission.VIEW_RECORD));
    }
}
