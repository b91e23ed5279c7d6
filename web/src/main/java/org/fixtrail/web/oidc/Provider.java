package org.fixtrail.web.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The identity provider's own word about itself: its end points and its keys, fetched when needed and kept for a while. */
final class Provider {
    private static final Logger LOG = Logger.getLogger(Provider.class.getName());

    static final int CONNECT_MILLIS = 3_000;
    static final int READ_MILLIS = 5_000;
    private static final int MOST_BYTES = 262_144;

    private static final Duration METADATA_KEPT = Duration.ofHours(1);
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(3);

    private static final Duration KEYS_KEPT = Duration.ofMinutes(5);
    private static final Duration KEYS_ASKED_AT_MOST_EVERY = Duration.ofSeconds(10);
    private static final Duration OLD_KEYS_DURING_OUTAGE = Duration.ofHours(4);

    /** Signatures that only the provider can make: no shared secrets, and never none. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final Issuer issuer;
    private final Clock clock;
    private final ResourceRetriever retriever = retriever();

    private @Nullable OIDCProviderMetadata metadata;
    private @Nullable ProviderUnreachable failure;
    private Instant askAgainAt = Instant.MIN;
    private @Nullable URI keysAddress;
    private @Nullable JWKSource<SecurityContext> keys;

    Provider(URI issuer, Clock clock) {
        this.issuer = new Issuer(issuer);
        this.clock = clock;
    }

    /** Follows nobody elsewhere: what an issuer says of itself comes from the issuer. */
    private static ResourceRetriever retriever() {
        return new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES) {
            @Override
            protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
                HttpURLConnection connection = super.openHTTPConnection(url);
                connection.setInstanceFollowRedirects(false);
                return connection;
            }
        };
    }

    Issuer issuer() {
        return issuer;
    }

    /** During an outage the last answer holds on. */
    synchronized OIDCProviderMetadata metadata() throws ProviderUnreachable {
        if (!Instant.now(clock).isBefore(askAgainAt)) {
            ask();
        }
        if (metadata == null) {
            throw failure == null ? new ProviderUnreachable("never asked", new IOException()) : failure;
        }
        return metadata;
    }

    /** Chooses the provider's keys by what a token's header says, among signatures that we accept. */
    synchronized JWSVerificationKeySelector<SecurityContext> keys() throws ProviderUnreachable {
        URI address = metadata().getJWKSetURI();
        if (keys == null || !address.equals(keysAddress)) {
            keys = keysAt(address);
            keysAddress = address;
        }
        return new JWSVerificationKeySelector<>(ALGORITHMS, keys);
    }

    private void ask() {
        try {
            metadata = fetch();
            failure = null;
            askAgainAt = Instant.now(clock).plus(METADATA_KEPT);
        } catch (IOException | GeneralException e) {
            failure = new ProviderUnreachable("the metadata of " + issuer + " cannot be had", e);
            askAgainAt = Instant.now(clock).plus(FAILURE_KEPT);
            LOG.log(Level.WARNING, failure.getMessage());
        }
    }

    private OIDCProviderMetadata fetch() throws IOException, GeneralException {
        OIDCProviderMetadata fetched = OIDCProviderMetadata.parse(retriever
                .retrieveResource(OIDCProviderMetadata.resolveURL(issuer))
                .getContent());
        if (!fetched.getIssuer().equals(issuer)) {
            throw new GeneralException("it calls itself " + fetched.getIssuer() + ": set FIXTRAIL_OIDC_ISSUER to that");
        }
        if (fetched.getAuthorizationEndpointURI() == null || fetched.getTokenEndpointURI() == null) {
            throw new GeneralException("it names no end points for the code flow");
        }
        return fetched;
    }

    private JWKSource<SecurityContext> keysAt(URI address) throws ProviderUnreachable {
        try {
            return JWKSourceBuilder.create(address.toURL(), retriever)
                    .cache(KEYS_KEPT.toMillis(), CONNECT_MILLIS + READ_MILLIS)
                    .refreshAheadCache(false)
                    .rateLimited(KEYS_ASKED_AT_MOST_EVERY.toMillis())
                    .retrying(true)
                    .outageTolerant(OLD_KEYS_DURING_OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new ProviderUnreachable("its keys are said to be at " + address, e);
        }
    }
}
