package org.fixtrail.services.accessreview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.AccessKey;
import org.fixtrail.domain.access.GrantDecision;
import org.fixtrail.domain.access.GrantProposal;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.PersonChange;
import org.fixtrail.domain.system.AiSystem;

/** Reads all that the list of rights is made of, in a few queries whatever its length. */
@ApplicationScoped
class AccessRows {
    private final EntityManager em;

    @Inject
    AccessRows(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected AccessRows() {
        this(null);
    }

    /**
     * @param changes of each person, in the order of the ledger
     * @param confirmed proposals by id, with who confirmed them
     */
    record Read(
            Map<UUID, Person> people,
            List<Person> byName,
            Map<UUID, List<PersonChange>> changes,
            Map<UUID, Confirmed> confirmed,
            Map<UUID, Map<Permission, Instant>> uses,
            List<AccessKey> keys,
            Map<UUID, String> systems) {}

    record Confirmed(GrantProposal proposal, GrantDecision decision, boolean ended) {}

    Read read(Instant now) {
        List<Person> byName = em.createQuery("select p from Person p order by p.displayName, p.id", Person.class)
                .getResultList();
        Map<UUID, List<PersonChange>> changes = em.createQuery(
                        "select c from PersonChange c order by c.leaf", PersonChange.class)
                .getResultStream()
                .collect(groupingBy(PersonChange::personId));
        List<AccessKey> keys = em.createQuery(
                        "select k from AccessKey k where k.revokedAt is null and k.expiresAt > :now"
                                + " order by k.label, k.id",
                        AccessKey.class)
                .setParameter("now", now)
                .getResultList();
        Map<UUID, String> systems = em.createQuery("select s from AiSystem s", AiSystem.class)
                .getResultStream()
                .collect(toMap(AiSystem::id, AiSystem::name));
        return new Read(
                byName.stream().collect(toMap(Person::id, person -> person)),
                byName,
                changes,
                confirmed(),
                uses(),
                keys,
                systems);
    }

    private Map<UUID, Confirmed> confirmed() {
        Map<UUID, Confirmed> found = new HashMap<>();
        List<Object[]> rows = em.createQuery("""
                        select p, c, e.id from GrantProposal p
                            join GrantDecision c on c.proposalId = p.id and c.what = :confirmed
                            left join GrantDecision e on e.proposalId = p.id and e.what = :ended
                        order by p.leaf
                        """, Object[].class)
                .setParameter("confirmed", GrantDecision.What.CONFIRMED)
                .setParameter("ended", GrantDecision.What.ENDED)
                .getResultList();
        for (Object[] row : rows) {
            GrantProposal proposal = (GrantProposal) row[0];
            found.put(proposal.id(), new Confirmed(proposal, (GrantDecision) row[1], row[2] != null));
        }
        return found;
    }

    private Map<UUID, Map<Permission, Instant>> uses() {
        Map<UUID, Map<Permission, Instant>> uses = new HashMap<>();
        List<?> rows = em.createNativeQuery("""
                        select person_id, permission, last_used_at from right_use
                        where organisation_id = current_organisation()
                        """).getResultList();
        for (Object row : rows) {
            Object[] use = (Object[]) row;
            uses.computeIfAbsent((UUID) use[0], person -> new EnumMap<>(Permission.class))
                    .put(Permission.valueOf((String) use[1]), ((Timestamp) use[2]).toInstant());
        }
        return uses;
    }
}
