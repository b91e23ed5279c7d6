package org.fixtrail.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fixtrail.services.access.Callers;
import org.fixtrail.services.access.KeyResult;
import org.fixtrail.services.access.SecondFactorRule;
import org.fixtrail.services.access.Standing;
import org.fixtrail.web.oidc.OidcMode;
import org.fixtrail.web.oidc.OidcSessions;
import org.fixtrail.web.start.Readiness;

/**
 * Decides who a request comes from. The API takes bearer tokens. A browser's session counts for pages, and in the API for
 * reading only and only from our own pages, so that no other site can make a signed-in browser do anything there.
 */
@ApplicationScoped
class Gate {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String BEARER = "bearer ";

    private static final String STANDING = Standing.class.getName();

    private final Callers callers;
    private final Visitors visitors;
    private final OidcMode oidc;
    private final OidcSessions providerSessions;
    private final Readiness readiness;
    private final SecondFactorRule secondFactor;

    @Inject
    Gate(
            Callers callers,
            Visitors visitors,
            OidcMode oidc,
            OidcSessions providerSessions,
            Readiness readiness,
            SecondFactorRule secondFactor) {
        this.callers = callers;
        this.visitors = visitors;
        this.oidc = oidc;
        this.providerSessions = providerSessions;
        this.readiness = readiness;
        this.secondFactor = secondFactor;
    }

    @SuppressWarnings("NullAway")
    protected Gate() {
        this(null, null, null, null, null, null);
    }

    /** Whether the request's session was opened with a one-time password that was not changed yet. */
    static boolean mustChangePassword(HttpServletRequest request) {
        return request.getAttribute(STANDING) instanceof Standing standing && standing.mustChangePassword();
    }

    Entry decide(HttpServletRequest request) {
        if (request.getRequestURI().indexOf(';') >= 0 || request.isRequestedSessionIdFromURL()) {
            // the server takes a session from there too, whatever it is told of cookies, and hides that it did
            return new Entry.Forbidden("No address of ours has a semicolon in its path.");
        }
        String path = Paths.of(request);
        if (Paths.isForm(path) && oidc.isOn() && !(path.equals(Paths.SIGN_IN) && isReading(request))) {
            // passwords are the identity provider's affair
            return new Entry.SendTo(Paths.SIGN_IN);
        }
        if (Paths.isForm(path) && !isReading(request)) {
            if (!isFromOurPages(request)) {
                return new Entry.Forbidden("This was sent by another site.");
            }
            if (request.getSession(false) == null) {
                // the page was left open until its session ended
                return new Entry.SendTo(Paths.SIGN_IN);
            }
        }
        if (Paths.isOpen(path)) {
            return new Entry.Open();
        }
        if (!readiness.isReady()) {
            return new Entry.Closed();
        }
        return Paths.isApi(path) ? api(request) : page(request, path);
    }

    private Entry api(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return bearer(authorization.strip());
        }
        if (!isReading(request) || !isFromOurPages(request)) {
            return new Entry.Unauthorised("Send a token in the header \"Authorization: Bearer ...\".", false);
        }
        Optional<Standing> standing = standing(request);
        if (standing.flatMap(this::mustGoFirst).isPresent()) {
            return new Entry.Forbidden(
                    "Sign in to the portal first: something about your account must be settled there.");
        }
        return standing.map(Standing::caller)
                .<Entry>map(Entry.As::new)
                .orElseGet(() ->
                        new Entry.Unauthorised("Send a token in the header \"Authorization: Bearer ...\".", false));
    }

    private Entry bearer(String authorization) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return new Entry.Unauthorised("The only credentials taken here are bearer tokens.", false);
        }
        String token = authorization.substring(BEARER.length()).strip();
        KeyResult result = oidc.isOn() && !token.startsWith(KeyResult.PREFIX)
                ? providerSessions.machine(token)
                : callers.ofSecret(token);
        return result instanceof KeyResult.Known known
                ? new Entry.As(known.caller())
                : new Entry.Unauthorised(((KeyResult.Rejected) result).reason(), true);
    }

    private Entry page(HttpServletRequest request, String path) {
        if (!isReading(request) && !isFromOurPages(request)) {
            return new Entry.Forbidden("This was sent by another site.");
        }
        Optional<Standing> standing = standing(request);
        if (path.equals(Paths.SIGN_OUT)) {
            return standing.map(Standing::caller).<Entry>map(Entry.As::new).orElseGet(Entry.Open::new);
        }
        if (standing.isEmpty()) {
            SignedInSession.find(request).ifPresent(ended -> SignedInSession.close(request));
            return new Entry.SendTo(LocalPath.signInThen(path, request.getQueryString()));
        }
        if (oidc.isOn() && path.equals(Paths.CHANGE_PASSWORD)) {
            return new Entry.SendTo(Paths.SECURITY);
        }
        Optional<String> first = mustGoFirst(standing.get());
        if (first.isPresent() && !first.get().equals(path)) {
            return new Entry.SendTo(first.get());
        }
        return new Entry.As(standing.get().caller());
    }

    /** Where somebody must go before anything else. */
    private Optional<String> mustGoFirst(Standing standing) {
        if (oidc.isOn()) {
            return Optional.empty();
        }
        if (standing.mustChangePassword()) {
            return Optional.of(Paths.CHANGE_PASSWORD);
        }
        return secondFactor.isRequired() && !standing.secondFactor() ? Optional.of(Paths.SECURITY) : Optional.empty();
    }

    private Optional<Standing> standing(HttpServletRequest request) {
        Optional<Standing> standing = SignedInSession.find(request)
                .filter(session -> !oidc.isOn() || providerSessions.isVouchedFor(request))
                .flatMap(session -> callers.ofSession(session.id(), visitors.device(request)));
        standing.ifPresent(found -> request.setAttribute(STANDING, found));
        return standing;
    }

    private static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    /** Browsers say it themselves and no page can forge it; where the header is missing, SameSite on the cookie guards. */
    private static boolean isFromOurPages(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null || site.equals("same-origin") || site.equals("none");
    }
}
