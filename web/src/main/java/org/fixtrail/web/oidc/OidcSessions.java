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
     * Who the provider vouches for in this browser; asks it again once the tokens have expired. A refusal may be shown. Where
     * its rule is {@code provider-unreachable}, the session may hold again later; any other ends it.
     */
    public Outcome<ExternalIdentity> current(HttpServletRequest request) {
        Optional<KeptSession> kept = KeptSession.find(request);
        if (kept.isEmpty()) {
            return Outcome.refused(OidcClient.ENDED, "You are not signed in.");
        }
        Outcome<ProviderSession> current = kept.get().current(Instant.now(clock), mode.client(), this::admitted);
        return current instanceof Outcome.Done<ProviderSession> done
                ? Outcome.done(done.value().identity())
                : refusal((Outcome.Refused<?>) current);
    }

    /**
     * Whether the provider has vouched for the session so lately that it holds although the provider cannot be asked now: half
     * an hour, so that work goes on when the provider is away for a while.
     */
    public boolean heldLately(HttpServletRequest request) {
        return KeptSession.find(request)
                .map(kept -> kept.last().identity().validUntil().plus(GRACE).isAfter(Instant.now(clock)))
                .orElse(false);
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
        return account instanceof Outcome.Refused<?> refused ? refusal(refused) : Outcome.done(renewed);
    }

    private static <T> Outcome<T> refusal(Outcome.Refused<?> refused) {
        return Outcome.refused(refused.rule(), refused.reason());
    }
}
