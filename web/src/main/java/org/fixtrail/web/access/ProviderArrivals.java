package org.fixtrail.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.fixtrail.services.access.ExternalSignIn;
import org.fixtrail.services.access.Membership;
import org.fixtrail.web.oidc.OidcArrivals;
import org.jspecify.annotations.Nullable;

/** Lets those in for whom the identity provider vouches, by the same entrance as everybody. */
@ApplicationScoped
public class ProviderArrivals implements OidcArrivals {
    private final Entrance entrance;

    @Inject
    public ProviderArrivals(Entrance entrance) {
        this.entrance = entrance;
    }

    @SuppressWarnings("NullAway")
    protected ProviderArrivals() {
        this(null);
    }

    @Override
    public String enter(
            ExternalSignIn.Account account,
            String then,
            @Nullable String providerSession,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<Membership> memberships = account.memberships();
        entrance.enter(account.accountId(), memberships.get(0), providerSession, request, response);
        return memberships.size() == 1 ? then : Paths.ORGANISATIONS;
    }
}
