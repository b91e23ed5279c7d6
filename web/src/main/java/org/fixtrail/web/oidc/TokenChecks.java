package org.fixtrail.web.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether tokens come from the provider, are meant for us, are of the right kind, and hold now. */
final class TokenChecks {
    private static final int LONGEST = 16_384;

    /** {@code logout+jwt}, so that no other token passes for one (OpenID Connect Back-Channel Logout 1.0, section 2.4). */
    private static final boolean DEMANDS_TYPE = true;

    /** RFC 9068, section 2.1. */
    private static final JOSEObjectType ACCESS = new JOSEObjectType("at+jwt");

    private final OidcSettings settings;
    private final Provider provider;
    private final ReplayGuard replays;
    private final Clock clock;

    TokenChecks(OidcSettings settings, Provider provider, Clock clock) {
        this.settings = settings;
        this.provider = provider;
        this.replays = new ReplayGuard(clock);
        this.clock = clock;
    }

    /** @param nonce of the attempt; null where the token came by a refresh, which has none */
    JWTClaimsSet idToken(JWT token, @Nullable Nonce nonce) throws TokenProblem, ProviderUnreachable {
        IDTokenValidator validator = new IDTokenValidator(provider.issuer(), client(), provider.keys(), null);
        validator.setMaxClockSkew((int) settings.clockSkew().toSeconds());
        try {
            JWTClaimsSet claims = validator.validate(token, nonce).toJWTClaimsSet();
            requireGivenToUs(claims);
            requireBegun(claims);
            return claims;
        } catch (BadJWTException e) {
            throw clocksOr("The sign-in server's ID token is not for this sign-in: " + e.getMessage(), token);
        } catch (BadJOSEException | ParseException e) {
            throw new TokenProblem("The sign-in server's ID token cannot be trusted: " + e.getMessage());
        } catch (JOSEException e) {
            throw keysOr("The sign-in server's ID token cannot be checked: ", e);
        }
    }

    /** What the provider posts to end sessions; each is good for once. */
    LogoutTokenClaimsSet logoutToken(String text) throws TokenProblem, ProviderUnreachable {
        LogoutTokenValidator validator =
                new LogoutTokenValidator(provider.issuer(), client(), DEMANDS_TYPE, provider.keys(), null);
        try {
            LogoutTokenClaimsSet claims = validator.validate(parsed(text));
            requireRecent(claims.getIssueTime());
            if (!replays.isNew(claims.getJWTID().getValue())) {
                throw new TokenProblem("The logout token was used before.");
            }
            return claims;
        } catch (BadJOSEException e) {
            throw new TokenProblem("The logout token cannot be trusted: " + e.getMessage());
        } catch (JOSEException e) {
            throw keysOr("The logout token cannot be checked: ", e);
        }
    }

    /** What a machine brings to the API. */
    JWTClaimsSet accessToken(String text) throws TokenProblem, ProviderUnreachable {
        JWT token = parsed(text);
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(ACCESS, JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(provider.keys());
        DefaultJWTClaimsVerifier<SecurityContext> verifier = new DefaultJWTClaimsVerifier<>(
                settings.audience(),
                new JWTClaimsSet.Builder().issuer(provider.issuer().getValue()).build(),
                Set.of("sub", "exp", "iat"));
        verifier.setMaxClockSkew((int) settings.clockSkew().toSeconds());
        processor.setJWTClaimsSetVerifier(verifier);
        try {
            JWTClaimsSet claims = processor.process(token, null);
            if (!isAccessToken(token, claims)) {
                throw new TokenProblem("The token is no access token.");
            }
            return claims;
        } catch (BadJOSEException e) {
            throw new TokenProblem("The token does not hold: " + e.getMessage());
        } catch (JOSEException e) {
            throw keysOr("The token cannot be checked: ", e);
        }
    }

    /** OpenID Connect Core 1.0, section 3.1.3.7, steps 4 and 5, which the library leaves to us. */
    private void requireGivenToUs(JWTClaimsSet claims) throws TokenProblem {
        Object authorised = claims.getClaim("azp");
        boolean ours = authorised == null
                ? claims.getAudience().size() == 1
                : settings.clientId().equals(authorised);
        if (!ours) {
            throw new TokenProblem("The sign-in server's ID token was given to another client.");
        }
    }

    /** The library looks at this of access tokens alone (RFC 7519, section 4.1.5). */
    private void requireBegun(JWTClaimsSet claims) throws TokenProblem {
        Date begins = claims.getNotBeforeTime();
        if (begins != null && begins.toInstant().isAfter(Instant.now(clock).plus(settings.clockSkew()))) {
            throw new TokenProblem("The sign-in server's ID token does not hold yet.");
        }
    }

    /** By its header, or as Keycloak says it in a claim, where ID and refresh tokens have other words. */
    private static boolean isAccessToken(JWT token, JWTClaimsSet claims) {
        return ACCESS.equals(token.getHeader().getType()) || "Bearer".equals(claims.getClaim("typ"));
    }

    private void requireRecent(Date issuedAt) throws TokenProblem {
        Instant now = Instant.now(clock);
        Instant issued = issuedAt.toInstant();
        if (issued.isAfter(now.plus(settings.clockSkew()))
                || issued.isBefore(now.minus(ReplayGuard.REMEMBERED).plus(settings.clockSkew()))) {
            throw new TokenProblem("The logout token is from " + issued + ", and it is " + now + " here.");
        }
    }

    /** Its signature was checked before; a new token that is off by much shows that a clock is wrong. */
    private TokenProblem clocksOr(String otherwise, JWT token) {
        try {
            Date issuedAt = token.getJWTClaimsSet().getIssueTime();
            if (issuedAt != null) {
                Duration off = Duration.between(issuedAt.toInstant(), Instant.now(clock))
                        .abs();
                if (off.compareTo(settings.clockSkew()) > 0) {
                    return TokenProblem.ofClocks(
                            off.toSeconds(), settings.clockSkew().toSeconds());
                }
            }
        } catch (java.text.ParseException e) {
            return new TokenProblem(otherwise);
        }
        return new TokenProblem(otherwise);
    }

    private static TokenProblem keysOr(String otherwise, JOSEException e) throws ProviderUnreachable {
        if (e instanceof KeySourceException) {
            throw new ProviderUnreachable("the keys cannot be had", e);
        }
        return new TokenProblem(otherwise + e.getMessage());
    }

    private static JWT parsed(String text) throws TokenProblem {
        if (text.length() > LONGEST) {
            throw new TokenProblem("The token is longer than " + LONGEST + " characters.");
        }
        try {
            return JWTParser.parse(text);
        } catch (java.text.ParseException e) {
            throw new TokenProblem("The token is no JSON web token.");
        }
    }

    private ClientID client() {
        return new ClientID(settings.clientId());
    }
}
