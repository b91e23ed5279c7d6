package org.fixtrail.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.Callers;
import org.fixtrail.services.access.KeyResult;
import org.fixtrail.web.start.Readiness;

/**
 * Decides who a request comes from. The API takes bearer tokens. A browser's session counts for pages, and in the API for
 * reading only and only from our own pages, so that no other site can make a signed-in browser do anything there.
 */
@ApplicationScoped
class Gate {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String BEARER = "bearer ";

    private final Callers callers;
    private final Readiness readiness;

    @Inject
    Gate(Callers callers, Readiness readiness) {
        this.callers = callers;
        this.readiness = readiness;
    }

    @SuppressWarnings("NullAway")
    protected Gate() {
        this(null, null);
    }

    Entry decide(HttpServletRequest request) {
        if (request.getRequestURI().indexOf(';') >= 0 || request.isRequestedSessionIdFromURL()) {
            // the server takes a session from there too, whatever it is told of cookies, and hides that it did
            return new Entry.Forbidden("No address of ours has a semicolon in its path.");
        }
        String path = Paths.of(request);
        if (path.equals(Paths.SIGN_IN) && !isReading(request) && request.getSession(false) == null) {
            // the page was left open until its session ended
            return new Entry.SendTo(Paths.SIGN_IN);
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
        Optional<SignedInSession> session = SignedInSession.find(request);
        if (session.map(SignedInSession::mustChangePassword).orElse(false)) {
            return new Entry.Forbidden("Change your one-time password first.");
        }
        return session.flatMap(this::caller)
                .<Entry>map(Entry.As::new)
                .orElseGet(() ->
                        new Entry.Unauthorised("Send a token in the header \"Authorization: Bearer ...\".", false));
    }

    private Entry bearer(String authorization) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return new Entry.Unauthorised("The only credentials taken here are bearer tokens.", false);
        }
        KeyResult result =
                callers.ofSecret(authorization.substring(BEARER.length()).strip());
        return result instanceof KeyResult.Known known
                ? new Entry.As(known.caller())
                : new Entry.Unauthorised(((KeyResult.Rejected) result).reason(), true);
    }

    private Entry page(HttpServletRequest request, String path) {
        if (!isReading(request) && !isFromOurPages(request)) {
            return new Entry.Forbidden("This was sent by another site.");
        }
        Optional<SignedInSession> session = SignedInSession.find(request);
        Optional<Caller> caller = session.flatMap(this::caller);
        if (path.equals(Paths.SIGN_OUT)) {
            return caller.<Entry>map(Entry.As::new).orElseGet(Entry.Open::new);
        }
        if (caller.isEmpty()) {
            session.ifPresent(ended -> SignedInSession.close(request));
            return new Entry.SendTo(LocalPath.signInThen(path, request.getQueryString()));
        }
        if (session.get().mustChangePassword() && !path.equals(Paths.CHANGE_PASSWORD)) {
            return new Entry.SendTo(Paths.CHANGE_PASSWORD);
        }
        return new Entry.As(caller.get());
    }

    private Optional<Caller> caller(SignedInSession session) {
        return callers.ofSession(session.accountId(), session.organisationId(), session.passwordVersion());
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
