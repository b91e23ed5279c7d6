package org.fixtrail.services.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.organisation.Organisation;
import org.fixtrail.services.access.AddedPerson;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.NewPeople;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;

/**
 * Creates organisations with their first people. Called by the operator as {@code Caller.operator(newId)}: the caller's
 * organisation is the one that comes into being.
 */
@ApplicationScoped
@Transactional
public class CreateOrganisation {
    /** Any number will do that nothing else locks: one creation at a time, on all nodes. */
    private static final long CREATION_LOCK = 0x46495854_5241494cL;

    private final EntityManager em;
    private final NewPeople newPeople;
    private final Ledger ledger;

    @Inject
    public CreateOrganisation(EntityManager em, NewPeople newPeople, Ledger ledger) {
        this.em = em;
        this.newPeople = newPeople;
        this.ledger = ledger;
    }

    @SuppressWarnings("NullAway")
    protected CreateOrganisation() {
        this(null, null, null);
    }

    /** Only if there is no organisation at all. */
    @Requires(Permission.OPERATE)
    public OrganisationResult createFirst(NewOrganisation wanted) {
        lock();
        Object count = em.createNativeQuery("select organisation_count()").getSingleResult();
        return ((Number) count).longValue() > 0 ? new OrganisationResult.AlreadyThere() : create(wanted);
    }

    /** Only if there is none of the same name. */
    @Requires(Permission.OPERATE)
    public OrganisationResult create(NewOrganisation wanted) {
        List<FieldProblem> problems = wanted.problems();
        if (!problems.isEmpty()) {
            return new OrganisationResult.Invalid(problems);
        }
        lock();
        Object taken = em.createNativeQuery("select organisation_name_taken(?1)")
                .setParameter(1, wanted.name().strip())
                .getSingleResult();
        if (Boolean.TRUE.equals(taken)) {
            return new OrganisationResult.AlreadyThere();
        }
        UUID id = CallerContext.get().organisationId();
        ledger.append(new Organisation(id, wanted.name().strip(), wanted.zone()));
        List<AddedPerson> people = wanted.people().stream()
                .map(person -> newPeople.addVouchedFor(person, wanted.passwords()))
                .toList();
        return new OrganisationResult.Created(id, people);
    }

    private void lock() {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(?1)")
                .setParameter(1, CREATION_LOCK)
                .getSingleResult();
    }
}
