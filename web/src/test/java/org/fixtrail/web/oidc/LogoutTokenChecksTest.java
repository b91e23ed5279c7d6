package org.fixtrail.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each test spoils one thing of a logout token that is right otherwise. */
class LogoutTokenChecksTest {
    private static ProviderOfTests provider;

    private final Instant now = Instant.now();
    private final TokenChecks checks = newChecks();

    @BeforeAll
    static void start() throws IOException {
        provider = new ProviderOfTests();
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    private static TokenChecks newChecks() {
        return provider.checks();
    }

    private String logout(JWTClaimsSet.Builder claims) {
        return provider.sign(claims, ProviderOfTests.LOGOUT);
    }

    private void refused(String token, String why) {
        assertThatThrownBy(() -> checks.logoutToken(token))
                .isInstanceOf(TokenProblem.class)
                .hasMessageContaining(why);
    }

    @Test
    void that_is_right_tells_whose_session_ends() throws Exception {
        LogoutTokenClaimsSet claims = checks.logoutToken(logout(provider.logoutClaims(now)));

        assertThat(claims.getSessionID().getValue()).isEqualTo("session-1");
        assertThat(claims.getSubject().getValue()).isEqualTo("ada-1");
    }

    @Test
    void is_good_for_once() throws Exception {
        String token = logout(provider.logoutClaims(now));
        checks.logoutToken(token);

        refused(token, "used before");
    }

    @Test
    void of_another_key_issuer_or_audience_is_refused() {
        refused(provider.forge(provider.logoutClaims(now), ProviderOfTests.LOGOUT), "Invalid signature");
        refused(ProviderOfTests.unsigned(provider.logoutClaims(now)), "cannot be trusted");
        refused(logout(provider.logoutClaims(now).issuer("https://elsewhere.example")), "iss");
        refused(logout(provider.logoutClaims(now).audience("other")), "aud");
    }

    @Test
    void that_does_not_call_itself_one_is_refused() {
        refused(provider.sign(provider.logoutClaims(now)), "typ");
    }

    @Test
    void without_the_event_is_refused() {
        refused(logout(provider.logoutClaims(now).claim("events", null)), "events");
        refused(logout(provider.logoutClaims(now).claim("events", Map.of("other", Map.of()))), "event");
    }

    @Test
    void with_a_nonce_is_refused_since_it_may_be_an_id_token() {
        refused(logout(provider.logoutClaims(now).claim("nonce", "n")), "nonce");
        refused(provider.sign(provider.idClaims(now, "n")), "cannot be trusted");
    }

    @Test
    void that_is_old_is_refused_since_it_may_have_been_used_before_it_was_forgotten() {
        JWTClaimsSet.Builder old = provider.logoutClaims(now)
                .issueTime(Date.from(now.minusSeconds(900)))
                .expirationTime(Date.from(now.plusSeconds(900)));

        refused(logout(old), "The logout token is from");
    }

    @Test
    void without_its_own_name_is_refused() {
        refused(logout(provider.logoutClaims(now).jwtID(null)), "jti");
    }
}
