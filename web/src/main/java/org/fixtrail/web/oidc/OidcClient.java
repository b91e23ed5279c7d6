package org.fixtrail.web.oidc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.services.access.ExternalMachine;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.PeopleDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Speaks with the one identity provider. What fails is answered as an {@link Outcome.Refused} whose reason may be shown as it
 * is; the rules are {@value #UNREACHABLE}, {@value #CLOCKS}, {@value #NO_ROLE}, {@value #ENDED} and {@value #NOT_TRUSTED}.
 */
final class OidcClient {
    static final String UNREACHABLE = PeopleDirectory.UNREACHABLE;
    static final String CLOCKS = "clocks-differ";
    static final String NO_ROLE = "no-role";

    /** The provider knows the session no more, or the person is disabled there. */
    static final String ENDED = "provider-session-ended";

    static final String NOT_TRUSTED = "token-not-trusted";

    private static final Logger LOG = Logger.getLogger(OidcClient.class.getName());

    private final OidcSettings settings;
    private final Provider provider;
    private final TokenChecks checks;
    private final Identities identities;

    OidcClient(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.provider = new Provider(settings.issuer(), clock);
        this.checks = new TokenChecks(settings, provider, clock);
        this.identities = new Identities(settings);
    }

    OidcSettings settings() {
        return settings;
    }

    TokenChecks checks() {
        return checks;
    }

    /** Where the browser goes to sign in. */
    Outcome<URI> signIn(SignInAttempt attempt) {
        try {
            return Outcome.done(new AuthenticationRequest.Builder(
                            ResponseType.CODE, new Scope("openid", "email", "profile"), client(), settings.callback())
                    .endpointURI(provider.metadata().getAuthorizationEndpointURI())
                    .state(attempt.state())
                    .nonce(attempt.nonce())
                    .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
                    .build()
                    .toURI());
        } catch (ProviderUnreachable e) {
            return unreachable(e);
        }
    }

    /** Turns the code that a browser brought back into who it is. */
    Outcome<ProviderSession> exchange(String code, SignInAttempt attempt) {
        return ask(
                new AuthorizationCodeGrant(new AuthorizationCode(code), settings.callback(), attempt.verifier()),
                attempt.nonce(),
                null);
    }

    /** Asks again who it is, and with which roles, once the tokens have expired. */
    Outcome<ProviderSession> renew(ProviderSession session) {
        String token = session.refreshToken();
        if (token == null) {
            return Outcome.refused(ENDED, "Your sign-in has expired: sign in again.");
        }
        return ask(new RefreshTokenGrant(new RefreshToken(token)), null, session);
    }

    /** Where the browser goes to sign out at the provider, too; our own page if that one cannot be asked. */
    URI signOut(ProviderSession session) {
        try {
            URI end = provider.metadata().getEndSessionEndpointURI();
            if (end != null) {
                JWT hint = JWTParser.parse(session.idToken());
                return new LogoutRequest(end, hint, null, client(), settings.signedOut(), null, null).toURI();
            }
        } catch (ProviderUnreachable | java.text.ParseException e) {
            LOG.log(Level.WARNING, "signed out here alone: {0}", e.getMessage());
        }
        return settings.signedOut();
    }

    /** Who calls the API with an access token. */
    Outcome<ExternalMachine> machine(String accessToken) {
        try {
            return identities.machine(checks.accessToken(accessToken));
        } catch (TokenProblem e) {
            return Outcome.refused(NOT_TRUSTED, reason(e));
        } catch (ProviderUnreachable e) {
            return unreachable(e);
        }
    }

    private Outcome<ProviderSession> ask(
            AuthorizationGrant grant, @Nullable Nonce nonce, @Nullable ProviderSession before) {
        try {
            TokenResponse response = send(grant);
            if (!response.indicatesSuccess()) {
                return refused(response.toErrorResponse().getErrorObject(), before != null);
            }
            return accept((OIDCTokenResponse) response.toSuccessResponse(), nonce, before);
        } catch (ProviderUnreachable e) {
            return unreachable(e);
        } catch (TokenProblem e) {
            LOG.log(Level.WARNING, "a sign-in failed: {0}", e.getMessage());
            return Outcome.refused(e.isOfClocks() ? CLOCKS : NOT_TRUSTED, reason(e));
        }
    }

    private TokenResponse send(AuthorizationGrant grant) throws ProviderUnreachable {
        ClientSecretBasic secret = new ClientSecretBasic(client(), new Secret(settings.clientSecret()));
        HTTPRequest request = new TokenRequest.Builder(provider.metadata().getTokenEndpointURI(), secret, grant)
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(Provider.CONNECT_MILLIS);
        request.setReadTimeout(Provider.READ_MILLIS);
        request.setFollowRedirects(false);
        try {
            return OIDCTokenResponseParser.parse(request.send());
        } catch (IOException | ParseException e) {
            throw new ProviderUnreachable("the token end point cannot be asked", e);
        }
    }

    private Outcome<ProviderSession> accept(
            OIDCTokenResponse response, @Nullable Nonce nonce, @Nullable ProviderSession before)
            throws TokenProblem, ProviderUnreachable {
        JWT idToken = response.getOIDCTokens().getIDToken();
        JWTClaimsSet claims = checks.idToken(idToken, nonce);
        if (before != null && !before.identity().subject().equals(claims.getSubject())) {
            throw new TokenProblem("The sign-in server answers for another person.");
        }
        RefreshToken refresh = response.getOIDCTokens().getRefreshToken();
        return Outcome.done(new ProviderSession(
                identities.person(claims), idToken.serialize(), refresh == null ? null : refresh.getValue()));
    }

    /** @param renewing whether it was about a session that held before */
    private Outcome<ProviderSession> refused(@Nullable ErrorObject error, boolean renewing) {
        String code = error == null || error.getCode() == null ? "no reason given" : error.getCode();
        LOG.log(Level.WARNING, "the sign-in server refuses: {0}", code);
        if (OAuth2Error.INVALID_GRANT.getCode().equals(code)) {
            return Outcome.refused(
                    ENDED,
                    renewing
                            ? "Your session at the sign-in server has ended: sign in again."
                            : "This sign-in was used already or took too long: sign in again.");
        }
        if (OAuth2Error.INVALID_CLIENT.getCode().equals(code)
                || OAuth2Error.UNAUTHORIZED_CLIENT.getCode().equals(code)) {
            return Outcome.refused(
                    NOT_TRUSTED,
                    "The sign-in server does not know Fixtrail, or not by its secret. Administrators find both in"
                            + " FIXTRAIL_OIDC_CLIENT_ID and FIXTRAIL_OIDC_CLIENT_SECRET.");
        }
        return Outcome.refused(
                UNREACHABLE, "The sign-in server could not do it (" + code + "). Try again in a minute.");
    }

    private static <T> Outcome<T> unreachable(ProviderUnreachable e) {
        LOG.log(Level.WARNING, "the sign-in server cannot be reached: {0}", e.getMessage());
        return Outcome.refused(
                UNREACHABLE,
                "The sign-in server does not answer. Nothing is wrong with your account: try again in a minute, and tell"
                        + " your administrator if it stays so.");
    }

    private static String reason(TokenProblem e) {
        return String.valueOf(e.getMessage());
    }

    private ClientID client() {
        return new ClientID(settings.clientId());
    }
}
