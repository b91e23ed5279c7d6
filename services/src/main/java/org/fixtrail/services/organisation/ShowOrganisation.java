package org.fixtrail.services.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.organisation.Organisation;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Requires;

/** Tells people which organisation they work in. */
@ApplicationScoped
@Transactional
public class ShowOrganisation {
    private final EntityManager em;

    @Inject
    public ShowOrganisation(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected ShowOrganisation() {
        this(null);
    }

    /** The caller's organisation. Every role for people holds one of these rights. */
    @Requires({Permission.VIEW_RECORD, Permission.MANAGE_OWN_TOKENS})
    public Organisation mine() {
        Organisation organisation =
                em.find(Organisation.class, CallerContext.get().organisationId());
        if (organisation == null) {
            throw new NotFound("organisation");
        }
        return organisation;
    }
}
