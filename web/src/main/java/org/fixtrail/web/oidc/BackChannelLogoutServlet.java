package org.fixtrail.web.oidc;

import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where the identity provider itself says that sessions have ended: OpenID Connect Back-Channel Logout 1.0. Whoever else comes
 * here has no token that holds.
 */
@WebServlet(urlPatterns = OidcPaths.BACK_CHANNEL)
public class BackChannelLogoutServlet extends HttpServlet {
    private static final Logger LOG = Logger.getLogger(BackChannelLogoutServlet.class.getName());
    private static final long serialVersionUID = 1;
    private static final int MOST_BYTES = 32_768;

    @Inject
    private transient OidcMode mode;

    @Inject
    private transient OidcSessions sessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!mode.isOn()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        // section 2.8; the door says no-store for everything already
        String token = request.getContentLengthLong() > MOST_BYTES ? null : request.getParameter("logout_token");
        if (token == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            end(mode.client().checks().logoutToken(token));
            response.setStatus(HttpServletResponse.SC_OK);
        } catch (TokenProblem e) {
            LOG.log(Level.WARNING, "a logout was refused: {0}", e.getMessage());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } catch (ProviderUnreachable e) {
            LOG.log(Level.WARNING, "a logout could not be checked: {0}", e.getMessage());
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void end(LogoutTokenClaimsSet claims) {
        sessions.end(
                claims.getIssuer().getValue(),
                claims.getSubject() == null ? null : claims.getSubject().getValue(),
                claims.getSessionID() == null ? null : claims.getSessionID().getValue());
    }
}
