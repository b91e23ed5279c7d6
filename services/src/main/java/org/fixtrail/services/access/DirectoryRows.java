package org.fixtrail.services.access;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.Role;
import org.jspecify.annotations.Nullable;

/** What {@link PassOnRoles} and {@link TakeOverRoles} do in the database; a transaction each. */
@ApplicationScoped
@Transactional
class DirectoryRows {
    private static final int LONGEST_PROBLEM = 1_000;

    private final EntityManager em;
    private final People people;

    @Inject
    DirectoryRows(EntityManager em, People people) {
        this.em = em;
        this.people = people;
    }

    @SuppressWarnings("NullAway")
    protected DirectoryRows() {
        this(null, null);
    }

    /**
     * What the provider must be told.
     *
     * @param organisation its name
     * @param subject with the issuer before it; null if the person was never seen by way of the provider
     * @param roles none for whom the access was ended
     * @param version of the person, as it was decided
     */
    record Decided(String organisation, @Nullable String subject, Set<Role> roles, long version) {}

    /** Empty if the provider has taken over all that was decided. */
    @Requires({Permission.MANAGE_PEOPLE, Permission.CONFIRM_RIGHTS})
    Optional<Decided> decided(UUID personId) {
        Person person = people.get(personId);
        return person.directoryWaits()
                ? Optional.of(new Decided(
                        people.organisation(),
                        subject(personId),
                        person.disabled() ? Set.of() : person.roleSet(),
                        person.version()))
                : Optional.empty();
    }

    /** @param problem null if it has taken it over; that counts for nothing if something else was decided meanwhile */
    @Requires({Permission.MANAGE_PEOPLE, Permission.CONFIRM_RIGHTS})
    void told(UUID personId, long version, @Nullable String problem) {
        em.createNativeQuery("""
                        update person set directory_waits = ?1, directory_problem = cast(?2 as text)
                        where organisation_id = current_organisation() and id = ?3 and version = ?4
                        """)
                .setParameter(1, problem != null)
                .setParameter(
                        2,
                        problem == null || problem.length() <= LONGEST_PROBLEM
                                ? problem
                                : problem.substring(0, LONGEST_PROBLEM))
                .setParameter(3, personId)
                .setParameter(4, version)
                .executeUpdate();
    }

    /**
     * Somebody whom the provider may know; roles are those of this version of the person.
     *
     * @param settled whether the provider's word about the person counts: access was not ended here, and nothing waits
     */
    record Known(UUID personId, String subject, Set<Role> roles, long version, boolean settled) {}

    /** All in the caller's organisation who were seen by way of the provider. */
    @Requires(Permission.MANAGE_PEOPLE)
    List<Known> known() {
        Map<UUID, String> subjects = subjects();
        return em.createQuery("select p from Person p", Person.class)
                .getResultStream()
                .filter(person -> subjects.containsKey(person.id()))
                .map(person -> new Known(
                        person.id(),
                        String.valueOf(subjects.get(person.id())),
                        person.roleSet(),
                        person.version(),
                        !person.disabled() && !person.directoryWaits()))
                .toList();
    }

    @Requires(Permission.MANAGE_PEOPLE)
    String organisation() {
        return people.organisation();
    }

    private @Nullable String subject(UUID personId) {
        return (String) em.createNativeQuery("select subject from subjects_of_people() where person_id = ?1")
                .setParameter(1, personId)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private Map<UUID, String> subjects() {
        List<?> rows = em.createNativeQuery("select person_id, subject from subjects_of_people()")
                .getResultList();
        return rows.stream().map(Object[].class::cast).collect(toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    /** Whom the provider must be told about, in all organisations. Precedes one. */
    List<Waiting> waiting() {
        List<?> rows = em.createNativeQuery("select organisation_id, person_id from people_waiting()")
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Waiting((UUID) row[0], (UUID) row[1]))
                .toList();
    }

    record Waiting(UUID organisationId, UUID personId) {}
}
