package org.fixtrail.web.oidc;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.fixtrail.services.access.ExternalSignIn;
import org.fixtrail.services.access.Outcome;
import org.jspecify.annotations.Nullable;

/** Where the identity provider sends a browser back to, with a code or with the reason why there is none. */
@WebServlet(urlPatterns = OidcPaths.CALLBACK)
public class CallbackServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_CODE = 4_096;
    private static final int LONGEST_REASON = 200;

    @Inject
    private transient OidcMode mode;

    @Inject
    private transient OidcSessions sessions;

    @Inject
    private transient OidcArrivals arrivals;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!mode.isOn()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<SignInAttempt> attempt =
                SignInAttempt.take(request, request.getParameter("state"), Instant.now(clock));
        Outcome<ProviderSession> session = attempt.isEmpty() ? unknown() : answer(request, attempt.get());
        if (session instanceof Outcome.Done<ProviderSession> done) {
            arrive(done.value(), attempt.orElseThrow().then(), request, response);
        } else {
            OidcProblem.show((Outcome.Refused<ProviderSession>) session, request, response);
        }
    }

    private Outcome<ProviderSession> answer(HttpServletRequest request, SignInAttempt attempt) {
        String issuer = request.getParameter("iss");
        if (issuer != null && !issuer.equals(mode.client().settings().issuer().toString())) {
            // RFC 9207: the answer of another provider must not be taken for that of ours
            return Outcome.refused(OidcClient.NOT_TRUSTED, "Another sign-in server answered than the one asked.");
        }
        String error = request.getParameter("error");
        if (error != null) {
            return Outcome.refused(OidcClient.NOT_TRUSTED, refusal(error, request.getParameter("error_description")));
        }
        String code = request.getParameter("code");
        if (code == null || code.isBlank() || code.length() > LONGEST_CODE) {
            return unknown();
        }
        return mode.client().exchange(code, attempt);
    }

    private void arrive(
            ProviderSession session, String then, HttpServletRequest request, HttpServletResponse response) {
        Outcome<ExternalSignIn.Account> account = sessions.admit(session.identity());
        if (account instanceof Outcome.Done<ExternalSignIn.Account> done) {
            String page = arrivals.enter(done.value(), then, session.identity().providerSession(), request, response);
            new KeptSession(session).open(request);
            OidcProblem.send(page, request, response);
        } else {
            OidcProblem.show((Outcome.Refused<ExternalSignIn.Account>) account, request, response);
        }
    }

    private static Outcome<ProviderSession> unknown() {
        return Outcome.refused(
                OidcClient.NOT_TRUSTED,
                "This sign-in was begun in another browser, was finished before, or took too long: sign in again.");
    }

    /** The provider's words come through the browser, so they may be anybody's: bounded, and shown as a quotation. */
    private static String refusal(String error, @Nullable String description) {
        String said = description == null ? error : description;
        String plain = said.replaceAll("[^A-Za-z0-9 .,:_-]", "?");
        return "The sign-in server did not let you in. It says: \""
                + plain.substring(0, Math.min(plain.length(), LONGEST_REASON)) + "\"";
    }
}
