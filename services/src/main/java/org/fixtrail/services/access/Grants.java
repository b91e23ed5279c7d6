package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.GrantDecision;
import org.fixtrail.domain.access.GrantProposal;

/** The queries on proposed grants; for use cases, inside their transaction. */
@ApplicationScoped
class Grants {
    private static final String OPEN =
            " from GrantProposal p where not exists (select d.id from GrantDecision d" + " where d.proposalId = p.id) ";
    private static final String OF_PERSON = "and p.personId = :person and p.standsFor is null ";

    /** Proposals that wait at the same time; more are shown when these are decided. */
    private static final int MOST = 500;

    private final EntityManager em;

    @Inject
    Grants(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected Grants() {
        this(null);
    }

    GrantProposal get(UUID id) {
        return Optional.ofNullable(em.find(GrantProposal.class, id)).orElseThrow(() -> new NotFound("proposal"));
    }

    /** What became of it, in order; empty while it waits. */
    List<GrantDecision> decisions(UUID proposalId) {
        return em.createQuery(
                        "select d from GrantDecision d where d.proposalId = :proposal order by d.leaf",
                        GrantDecision.class)
                .setParameter("proposal", proposalId)
                .getResultList();
    }

    /** Those that wait, the oldest first. */
    List<GrantProposal> open() {
        return em.createQuery("select p" + OPEN + "order by p.leaf", GrantProposal.class)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** The roles that wait for a person. */
    List<GrantProposal> openOf(UUID personId) {
        return em.createQuery("select p" + OPEN + OF_PERSON + "order by p.leaf", GrantProposal.class)
                .setParameter("person", personId)
                .getResultList();
    }

    /** Substitutions that were confirmed and not ended, the latest first; past ones among them. */
    List<GrantProposal> substitutions() {
        return em.createQuery("""
                        select p from GrantProposal p
                        where p.standsFor is not null
                            and exists (select d.id from GrantDecision d where d.proposalId = p.id and d.what = :confirmed)
                            and not exists (select d.id from GrantDecision d where d.proposalId = p.id and d.what = :ended)
                        order by p.toAt desc
                        """, GrantProposal.class)
                .setParameter("confirmed", GrantDecision.What.CONFIRMED)
                .setParameter("ended", GrantDecision.What.ENDED)
                .setMaxResults(MOST)
                .getResultList();
    }
}
