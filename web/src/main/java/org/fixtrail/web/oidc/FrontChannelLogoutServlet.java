package org.fixtrail.web.oidc;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What the identity provider opens in a frame of its sign-out page: OpenID Connect Front-Channel Logout 1.0. The cookie of our
 * session does not come along there, so it goes by the provider's session, whose name only the provider and we know.
 */
@WebServlet(urlPatterns = OidcPaths.FRONT_CHANNEL)
public class FrontChannelLogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 200;

    @Inject
    private transient OidcMode mode;

    @Inject
    private transient OidcSessions sessions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!mode.isOn()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        OidcSettings settings = mode.client().settings();
        // where a policy names who may frame a page, browsers do not look at X-Frame-Options
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors " + settings.issuerOrigin());
        String issuer = request.getParameter("iss");
        String session = request.getParameter("sid");
        if (!settings.issuer().toString().equals(issuer)
                || session == null
                || session.isBlank()
                || session.length() > LONGEST) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        sessions.end(issuer, null, session);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write("<!DOCTYPE html><title>Fixtrail</title><p>Signed out of Fixtrail.</p>");
    }
}
