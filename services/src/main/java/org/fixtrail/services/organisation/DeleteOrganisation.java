package org.fixtrail.services.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.services.access.Requires;
import org.jspecify.annotations.Nullable;

/**
 * Deletes a closed organisation with every row of it. The conditions are said here in words; that they hold is checked once
 * more, by its own clock, by the database's function that deletes, which is the only way.
 */
@ApplicationScoped
@Transactional
public class DeleteOrganisation {
    private static final Logger LOG = Logger.getLogger(DeleteOrganisation.class.getName());

    private final EntityManager em;
    private final Clock clock;
    private final int retentionYears;

    @Inject
    public DeleteOrganisation(
            EntityManager em,
            Clock clock,
            @ConfigProperty(name = "fixtrail.retention.years", defaultValue = "10") int retentionYears) {
        this.em = em;
        this.clock = clock;
        this.retentionYears = retentionYears;
    }

    @SuppressWarnings("NullAway")
    protected DeleteOrganisation() {
        this(null, null, 0);
    }

    /**
     * Cannot be undone; a tombstone stays.
     *
     * @param export SHA-256 of the export that the operator holds
     */
    @Requires(Permission.OPERATE)
    public LifeResult delete(OrganisationRow organisation, Sha256 export) {
        String reason = whyNot(organisation, export);
        if (reason != null) {
            return new LifeResult.Refused(reason);
        }
        // it takes as long as it takes, and holds no lock that others wait for
        em.createNativeQuery("select set_config('statement_timeout', '0', true)")
                .getSingleResult();
        Object rows = em.createNativeQuery("select organisation_delete(?1, ?2, ?3)")
                .setParameter(1, organisation.id())
                .setParameter(2, organisation.name())
                .setParameter(3, export.bytes())
                .getSingleResult();
        LOG.info(() -> "organisation " + organisation.id() + " was deleted, " + rows + " rows");
        return new LifeResult.Done();
    }

    private boolean isHeld(OrganisationRow organisation) {
        return !em.createNativeQuery("select hold_id from holds_in_force(?1) limit 1")
                .setParameter(1, organisation.id())
                .getResultList()
                .isEmpty();
    }

    /** The longer of both retention periods counts: of when it was closed, and of now. */
    private @Nullable String whyNot(OrganisationRow organisation, Sha256 export) {
        Instant closed = organisation.closedAt();
        Instant keepUntil = organisation.keepUntil();
        if (closed == null || keepUntil == null) {
            return "It is not closed: close it first.";
        }
        if (organisation.exportSha256() == null) {
            return "It was not exported since it was closed: export it first.";
        }
        if (!organisation.exportSha256().equals(export)) {
            return "This is not the last export since it was closed: that has the SHA-256 "
                    + organisation.exportSha256() + ".";
        }
        if (isHeld(organisation)) {
            return "A legal hold stands: it must be lifted by two people first.";
        }
        Instant now = Instant.now(clock);
        Instant asOfNow =
                closed.atOffset(ZoneOffset.UTC).plusYears(retentionYears).toInstant();
        Instant end = asOfNow.isAfter(keepUntil) ? asOfNow : keepUntil;
        return end.isAfter(now) ? "Its record is to be kept until " + end + "." : null;
    }
}
