package org.fixtrail.web.oidc;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.web.access.LocalPath;

/** Sends a browser to the identity provider. */
@WebServlet(urlPatterns = OidcPaths.START)
public class StartServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String HOME = "/index.xhtml";

    @Inject
    private transient OidcMode mode;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!mode.isOn()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        SignInAttempt attempt =
                SignInAttempt.to(LocalPath.check(request.getParameter("then")).orElse(HOME), Instant.now(clock));
        Outcome<URI> address = mode.client().signIn(attempt);
        if (address instanceof Outcome.Done<URI> done) {
            attempt.remember(request);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", done.value().toString());
        } else {
            OidcProblem.show((Outcome.Refused<URI>) address, request, response);
        }
    }
}
