package org.fixtrail.web.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.fixtrail.services.access.Outcome;
import org.jspecify.annotations.Nullable;

/** The provider's session in a browser's session. Of several requests that find it expired, one renews it for all. */
final class KeptSession {
    private static final String NAME = KeptSession.class.getName();

    /** A provider that is away is not asked again at each request. */
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(10);

    private ProviderSession session;
    private Instant askAgainAt = Instant.MIN;
    private @Nullable Outcome<ProviderSession> unreachable;

    KeptSession(ProviderSession session) {
        this.session = session;
    }

    void open(HttpServletRequest request) {
        request.getSession(true).setAttribute(NAME, this);
    }

    static Optional<KeptSession> find(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(browsers -> (KeptSession) browsers.getAttribute(NAME));
    }

    synchronized ProviderSession last() {
        return session;
    }

    /**
     * The session as the provider vouches for it now.
     *
     * @param renewal hands what the provider says anew on; what it refuses is not kept
     */
    synchronized Outcome<ProviderSession> current(Instant now, OidcClient client, Renewal renewal) {
        if (now.isBefore(session.identity().validUntil())) {
            return Outcome.done(session);
        }
        Outcome<ProviderSession> before = unreachable;
        if (before != null && now.isBefore(askAgainAt)) {
            return before;
        }
        Outcome<ProviderSession> renewed = client.renew(session);
        boolean away = renewed instanceof Outcome.Refused<ProviderSession> refused
                && refused.rule().equals(OidcClient.UNREACHABLE);
        unreachable = away ? renewed : null;
        askAgainAt = now.plus(ASKED_AGAIN_AFTER);
        if (renewed instanceof Outcome.Done<ProviderSession> done) {
            // a refresh token may be good for once: the new one counts from here on, whatever comes of the roles
            session = done.value();
            return renewal.check(done.value());
        }
        return renewed;
    }

    interface Renewal {
        Outcome<ProviderSession> check(ProviderSession renewed);
    }
}
