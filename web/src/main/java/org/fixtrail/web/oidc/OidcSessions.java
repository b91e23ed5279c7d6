package org.fixtrail.web.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.fixtrail.services.access.ExternalIdentity;
import org.fixtrail.services.access.ExternalMachine;
import org.fixtrail.services.access.ExternalSignIn;
import org.fixtrail.services.access.KeyResult;
import org.fixtrail.services.access.Outcome;
import org.jspecify.annotations.Nullable;

/** What the door asks of the identity provider: whether a session still holds, and who a token is. */
@ApplicationScoped
public class OidcSessions {
    private static final Duration GRACE = Duration.ofMinutes(30);

    private final OidcMode mode;
    private final ExternalSignIn signIn;
    private final Clock clock;

    @Inject
    OidcSessions(OidcMode mode, ExternalSignIn signIn, Clock clock) {
        this.mode = mode;
        this.signIn = signIn;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected OidcSessions() {
        this(null, null, null);
    }

    /**
     * Whether the provider vouches for who signed in with this browser. It is asked again once its tokens have expired; where
     * it is away, its last word holds for half an hour more, so that work goes on.
     */
    public boolean isVouchedFor(HttpServletRequest request) {
        Instant now = Instant.now(clock);
        return KeptSession.find(request)
                .map(kept -> holds(kept, kept.current(now, mode.client(), this::admitted), now))
                .orElse(false);
    }

    private static boolean holds(KeptSession kept, Outcome<ProviderSession> current, Instant now) {
        return !(current instanceof Outcome.Refused<ProviderSession> refused)
                || (refused.rule().equals(OidcClient.UNREACHABLE)
                        && kept.last().identity().validUntil().plus(GRACE).isAfter(now));
    }

    /** Where a browser goes that signs out here, so that it is signed out there, too; asked before its session is closed. */
    public Optional<URI> signOut(HttpServletRequest request) {
        return KeptSession.find(request).map(kept -> mode.client().signOut(kept.last()));
    }

    /** Who calls the API by an access token of the provider. */
    public KeyResult machine(String accessToken) {
        Outcome<ExternalMachine> machine = mode.client().machine(accessToken);
        return machine instanceof Outcome.Done<ExternalMachine> done
                ? signIn.machine(done.value())
                : new KeyResult.Rejected(((Outcome.Refused<?>) machine).reason());
    }

    Outcome<ExternalSignIn.Account> admit(ExternalIdentity identity) {
        return signIn.admit(identity);
    }

    void end(String issuer, @Nullable String subject, @Nullable String providerSession) {
        signIn.end(issuer, subject, providerSession);
    }

    private Outcome<ProviderSession> admitted(ProviderSession renewed) {
        Outcome<ExternalSignIn.Account> account = admit(renewed.identity());
        return account instanceof Outcome.Refused<?> refused ? refused.as() : Outcome.done(renewed);
    }
}
