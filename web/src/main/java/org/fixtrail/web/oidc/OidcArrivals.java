package org.fixtrail.web.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.fixtrail.services.access.ExternalSignIn;
import org.jspecify.annotations.Nullable;

/** Opens the browser's session for whom the provider let in. Implemented where sessions are kept. */
public interface OidcArrivals {
    /**
     * The session gets a new id.
     *
     * @param then the page that was wanted, a path of ours
     * @param providerSession the provider's name for the session behind it, or null
     * @return the page to go to: that one, or the choice between several organisations
     */
    String enter(
            ExternalSignIn.Account account,
            String then,
            @Nullable String providerSession,
            HttpServletRequest request,
            HttpServletResponse response);
}
