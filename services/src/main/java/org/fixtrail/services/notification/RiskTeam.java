package org.fixtrail.services.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.Role;
import org.fixtrail.services.access.Substitutes;

/** Who is told of warnings and breaches. */
@ApplicationScoped
public class RiskTeam {
    /** The first of these that somebody holds. */
    static final List<Role> ROLES = List.of(Role.RISK_ANALYST, Role.COMPLIANCE_OFFICER, Role.ADMINISTRATOR);

    private static final List<Role> ANSWER_DUTIES = List.of(Role.RISK_ANALYST, Role.COMPLIANCE_OFFICER);

    private final EntityManager em;
    private final Substitutes substitutes;
    private final Clock clock;

    @Inject
    public RiskTeam(EntityManager em, Substitutes substitutes, Clock clock) {
        this.em = em;
        this.substitutes = substitutes;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected RiskTeam() {
        this(null, null, null);
    }

    /**
     * The risk analysts; where there are none, the compliance officers; where there are none either, the administrators. With
     * those who stand in for one of them.
     */
    List<Person> members() {
        for (Role role : ROLES) {
            List<Person> holders = holders(role);
            if (!holders.isEmpty()) {
                return withSubstitutes(holders);
            }
        }
        return List.of();
    }

    /** For legal duties: the risk analysts and the compliance officers together; where there are none, the administrators. */
    List<Person> membersAndOfficers() {
        Map<UUID, Person> all = new TreeMap<>();
        ANSWER_DUTIES.forEach(role -> holders(role).forEach(person -> all.put(person.id(), person)));
        return all.isEmpty() ? members() : withSubstitutes(List.copyOf(all.values()));
    }

    /** The given, and those who stand in for one of them now. */
    List<Person> withSubstitutes(List<Person> holders) {
        Instant now = Instant.now(clock);
        Map<UUID, Person> members = new TreeMap<>();
        holders.forEach(person -> members.put(person.id(), person));
        substitutes.all().all().stream()
                .filter(each -> each.isInForceAt(now) && members.containsKey(each.absent()))
                .map(each -> em.find(Person.class, each.substitute()))
                .filter(person -> person != null && !person.disabled())
                .toList()
                .forEach(person -> members.put(person.id(), person));
        return List.copyOf(members.values());
    }

    private List<Person> holders(Role role) {
        return em.createQuery(
                        "select p from Person p where p.disabled = false and p.joinedAt is not null and p.email <> ''"
                                + " and concat(',', p.roles, ',') like :role order by p.id",
                        Person.class)
                .setParameter("role", "%," + role.name() + ",%")
                .getResultList();
    }
}
