package org.fixtrail.services.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.domain.organisation.OrganisationChange;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;

/**
 * Closes organisations and opens them again, and notes their exports. Called by the operator as {@code Caller.operator(id)}.
 * That nobody signs in to a closed one, and that nothing is written in it, is the database's matter: see V005.
 */
@ApplicationScoped
@Transactional
public class CloseOrganisation {
    private static final int LONGEST_REASON = 2_000;
    private static final int MOST_YEARS = 100;

    private final EntityManager em;
    private final Ledger ledger;
    private final int retentionYears;

    @Inject
    public CloseOrganisation(
            EntityManager em,
            Ledger ledger,
            @ConfigProperty(name = "fixtrail.retention.years", defaultValue = "10") int retentionYears) {
        if (retentionYears < 0 || retentionYears > MOST_YEARS) {
            throw new IllegalArgumentException("fixtrail.retention.years must be from 0 to " + MOST_YEARS);
        }
        this.em = em;
        this.ledger = ledger;
        this.retentionYears = retentionYears;
    }

    @SuppressWarnings("NullAway")
    protected CloseOrganisation() {
        this(null, null, 0);
    }

    /** From now on nobody signs in or writes; its record is kept for as many years as the installation says now. */
    @Requires(Permission.OPERATE)
    public LifeResult close(String reason) {
        if (isClosed()) {
            return new LifeResult.Refused("It is closed already.");
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            return new LifeResult.Refused("A reason of 1 to " + LONGEST_REASON + " characters is needed.");
        }
        ledger.append(OrganisationChange.closed(UUID.randomUUID(), reason.strip(), retentionYears));
        return new LifeResult.Done();
    }

    @Requires(Permission.OPERATE)
    public LifeResult reopen(String reason) {
        if (!isClosed()) {
            return new LifeResult.Refused("It is not closed.");
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            return new LifeResult.Refused("A reason of 1 to " + LONGEST_REASON + " characters is needed.");
        }
        ledger.append(OrganisationChange.reopened(UUID.randomUUID(), reason.strip()));
        return new LifeResult.Done();
    }

    /**
     * An export was written to its last byte.
     *
     * @param sha256 of the file
     * @param size of the file, in bytes
     */
    @Requires(Permission.OPERATE)
    public void exported(Sha256 sha256, long size) {
        ledger.append(OrganisationChange.exported(UUID.randomUUID(), sha256, size));
    }

    private boolean isClosed() {
        return (Boolean) em.createNativeQuery("select organisation_closed(?1)")
                .setParameter(1, CallerContext.get().organisationId())
                .getSingleResult();
    }
}
