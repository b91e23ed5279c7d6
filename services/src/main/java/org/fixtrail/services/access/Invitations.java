package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.PersonChange;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.services.access.MailedLinks.Purpose;
import org.fixtrail.services.ledger.Ledger;

/** What {@link AddPeople}, {@link InvitePeople} and {@link JoinOrganisation} do in the database; a transaction each. */
@ApplicationScoped
@Transactional
class Invitations {
    private final EntityManager em;
    private final People people;
    private final MailedLinks links;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    Invitations(EntityManager em, People people, MailedLinks links, Ledger ledger, Clock clock) {
        this.em = em;
        this.people = people;
        this.links = links;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Invitations() {
        this(null, null, null, null, null);
    }

    /** @param organisation its name */
    record Invitation(String email, String organisation, RandomToken token) {}

    /** Empty if the person has taken up an invitation already, or has no access any more. */
    @Requires(Permission.MANAGE_PEOPLE)
    Optional<Person> awaited(UUID personId) {
        return Optional.of(people.get(personId)).filter(person -> person.joinedAt() == null && !person.disabled());
    }

    /** Empty for whom nobody waits. */
    @Requires(Permission.MANAGE_PEOPLE)
    Optional<Invitation> prepare(UUID personId) {
        return awaited(personId)
                .map(person -> new Invitation(
                        person.email(),
                        people.organisation(),
                        links.make(person.accountId(), Purpose.INVITATION, person.organisationId())));
    }

    /** Past the entity: how the mail fared is no change of the person. */
    @Requires(Permission.MANAGE_PEOPLE)
    void note(UUID personId, Optional<String> problem) {
        em.createNativeQuery("""
                        update person set invited_at = ?1, invitation_problem = cast(?2 as text)
                        where organisation_id = current_organisation() and id = ?3
                        """)
                .setParameter(1, Timestamp.from(Instant.now(clock)))
                .setParameter(2, problem.orElse(null))
                .setParameter(3, personId)
                .executeUpdate();
    }

    /** The invited person's id in the caller's organisation; empty if the access was ended meanwhile. */
    @Requires(Permission.JOIN)
    Optional<UUID> invited(UUID accountId) {
        return em.createQuery(
                        "select p.id from Person p where p.accountId = :account and p.disabled = false", UUID.class)
                .setParameter("account", accountId)
                .getResultStream()
                .findFirst();
    }

    /** By the person in person; nothing happens to one who is in. */
    @Requires(Permission.JOIN)
    void join(UUID personId) {
        Person person = people.lock(personId);
        if (person.joinedAt() == null) {
            person.join(Instant.now(clock));
            ledger.append(new PersonChange(UUID.randomUUID(), person, ActType.PERSON_JOINED, null));
        }
    }
}
