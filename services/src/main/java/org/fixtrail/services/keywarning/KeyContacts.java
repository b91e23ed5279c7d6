package org.fixtrail.services.keywarning;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.access.Substitution;
import org.fixtrail.services.access.Substitutes;

/** Who is told of a key that ends; for {@link WarnOfKeys}, inside its transaction. */
@ApplicationScoped
class KeyContacts {
    private final EntityManager em;
    private final Substitutes substitutes;

    @Inject
    KeyContacts(EntityManager em, Substitutes substitutes) {
        this.em = em;
        this.substitutes = substitutes;
    }

    @SuppressWarnings("NullAway")
    protected KeyContacts() {
        this(null, null);
    }

    /** With two queries, however many keys there are. */
    Known of(List<EndingKey> keys, Instant now) {
        List<Substitution> inForce = substitutes.all().all().stream()
                .filter(each -> each.isInForceAt(now))
                .toList();
        Set<UUID> asked = Stream.concat(
                        keys.stream().map(EndingKey::person), inForce.stream().map(Substitution::substitute))
                .collect(Collectors.toSet());
        return new Known(reachable(asked), inForce);
    }

    /** Those of the people who can sign in and have an address, and all such administrators. */
    private Map<UUID, Person> reachable(Set<UUID> people) {
        return em.createQuery(
                        "select p from Person p where p.disabled = false and p.joinedAt is not null and p.email <> ''"
                                + " and (p.id in :people or concat(',', p.roles, ',') like :administrators)",
                        Person.class)
                .setParameter("people", people)
                .setParameter("administrators", "%," + Role.ADMINISTRATOR.name() + ",%")
                .getResultStream()
                .collect(toMap(Person::id, person -> person));
    }

    /** People of the organisation who can be told, by id, and who stands in for whom now. */
    record Known(Map<UUID, Person> people, List<Substitution> inForce) {
        /**
         * The owner of a token; for other keys whoever answers for it, or the administrators where that person has no access
         * any more, with those who stand in for them. Empty where there is nobody.
         */
        List<Person> of(EndingKey key) {
            Person answers = people.get(key.person());
            if (key.isPersonal()) {
                return answers == null ? List.of() : List.of(answers);
            }
            List<Person> told = answers == null
                    ? people.values().stream()
                            .filter(person -> person.roleSet().contains(Role.ADMINISTRATOR))
                            .toList()
                    : List.of(answers);
            return told.stream()
                    .flatMap(person -> Stream.concat(Stream.of(person), standIns(person)))
                    .distinct()
                    .toList();
        }

        private Stream<Person> standIns(Person absent) {
            return inForce.stream()
                    .filter(each -> each.absent().equals(absent.id()))
                    .flatMap(each -> Stream.ofNullable(people.get(each.substitute())));
        }
    }
}
