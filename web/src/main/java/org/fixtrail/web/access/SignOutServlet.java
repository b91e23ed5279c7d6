package org.fixtrail.web.access;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.fixtrail.web.oidc.OidcMode;
import org.fixtrail.web.oidc.OidcSessions;

/** Ends the session. By POST only; works on a page that was left open for however long. */
@WebServlet(urlPatterns = Paths.SIGN_OUT)
public class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient Entrance entrance;

    @Inject
    private transient OidcMode oidc;

    @Inject
    private transient OidcSessions providerSessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Optional<URI> there = oidc.isOn() ? providerSessions.signOut(request) : Optional.empty();
        entrance.leave(request);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", there.map(URI::toString).orElse(request.getContextPath() + Paths.SIGN_IN));
    }
}
