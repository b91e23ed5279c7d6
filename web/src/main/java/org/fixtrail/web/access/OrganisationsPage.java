package org.fixtrail.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.fixtrail.services.access.Membership;
import org.fixtrail.services.access.Memberships;
import org.jspecify.annotations.Nullable;

/** The organisations in which somebody has access, and the way from one to another. */
@Named
@RequestScoped
public class OrganisationsPage {
    private final Memberships memberships;
    private final Entrance entrance;
    private @Nullable List<Membership> all;

    @Inject
    public OrganisationsPage(Memberships memberships, Entrance entrance) {
        this.memberships = memberships;
        this.entrance = entrance;
    }

    @SuppressWarnings("NullAway")
    protected OrganisationsPage() {
        this(null, null);
    }

    /** By name; asked for once a request. */
    public List<Membership> getAll() {
        List<Membership> found = all;
        if (found == null) {
            found = memberships.of(Requests.session().accountId());
            all = found;
        }
        return found;
    }

    public boolean isHere(Membership membership) {
        return membership.organisationId().equals(Requests.session().organisationId());
    }

    public void goTo(UUID organisationId) throws IOException {
        for (Membership membership : getAll()) {
            if (membership.organisationId().equals(organisationId)
                    && entrance.move(Requests.session(), membership, Requests.current())) {
                ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
                external.redirect(external.getRequestContextPath() + Paths.HOME);
                return;
            }
        }
        PageMessages.refused("You have no access there any more.");
    }
}
