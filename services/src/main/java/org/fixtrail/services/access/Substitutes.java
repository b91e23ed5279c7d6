package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.GrantDecision;
import org.fixtrail.domain.access.GrantProposal;
import org.fixtrail.domain.access.Substitution;
import org.fixtrail.domain.access.Substitutions;

/** The queries on substitutions that a second person confirmed; for use cases, inside their transaction. */
@ApplicationScoped
public class Substitutes {
    private static final String CONFIRMED = """
            select p, e.recordedAt from GrantProposal p
                join GrantDecision c on c.proposalId = p.id and c.what = :confirmed
                left join GrantDecision e on e.proposalId = p.id and e.what = :ended
            where p.standsFor is not null
            """;

    private final EntityManager em;

    @Inject
    Substitutes(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected Substitutes() {
        this(null);
    }

    /** All that there ever were; few, since people name them one by one. */
    public Substitutions all() {
        return read(em.createQuery(CONFIRMED, Object[].class)
                .setParameter("confirmed", GrantDecision.What.CONFIRMED)
                .setParameter("ended", GrantDecision.What.ENDED)
                .getResultList());
    }

    /** Those in which somebody stands in, now or later. */
    List<Substitution> of(UUID substitute, Instant now) {
        return read(em.createQuery(CONFIRMED + " and p.personId = :substitute and p.toAt > :now", Object[].class)
                        .setParameter("confirmed", GrantDecision.What.CONFIRMED)
                        .setParameter("ended", GrantDecision.What.ENDED)
                        .setParameter("substitute", substitute)
                        .setParameter("now", now)
                        .getResultList())
                .all();
    }

    /** Who stands in for somebody, now or later. */
    List<UUID> whoStandFor(UUID absent, Instant now) {
        return all().all().stream()
                .filter(each -> each.absent().equals(absent) && each.to().isAfter(now))
                .map(Substitution::substitute)
                .distinct()
                .toList();
    }

    private static Substitutions read(List<Object[]> rows) {
        return new Substitutions(rows.stream()
                .map(row -> cut(((GrantProposal) row[0]).substitution().orElseThrow(), (Instant) row[1]))
                .filter(each -> each.from().isBefore(each.to()))
                .map(Cut::made)
                .toList());
    }

    /** One that was ended early, before it is known whether it ever was in force. */
    private record Cut(UUID substitute, UUID absent, Instant from, Instant to) {
        Substitution made() {
            return new Substitution(substitute, absent, from, to);
        }
    }

    private static Cut cut(Substitution planned, @org.jspecify.annotations.Nullable Instant ended) {
        Instant to = ended != null && ended.isBefore(planned.to()) ? ended : planned.to();
        return new Cut(planned.substitute(), planned.absent(), planned.from(), to);
    }
}
