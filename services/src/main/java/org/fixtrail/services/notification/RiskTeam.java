package org.fixtrail.services.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.Role;

/** Who is told of warnings and breaches. */
@ApplicationScoped
public class RiskTeam {
    /** The first of these that somebody holds. */
    static final List<Role> ROLES = List.of(Role.RISK_ANALYST, Role.COMPLIANCE_OFFICER, Role.ADMINISTRATOR);

    private final EntityManager em;

    @Inject
    public RiskTeam(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected RiskTeam() {
        this(null);
    }

    /** The risk analysts; where there are none, the compliance officers; where there are none either, the administrators. */
    List<Person> members() {
        for (Role role : ROLES) {
            List<Person> holders = holders(role);
            if (!holders.isEmpty()) {
                return holders;
            }
        }
        return List.of();
    }

    private List<Person> holders(Role role) {
        return em.createQuery(
                        "select p from Person p where p.disabled = false and concat(',', p.roles, ',') like :role order by p.id",
                        Person.class)
                .setParameter("role", "%," + role.name() + ",%")
                .getResultList();
    }
}
