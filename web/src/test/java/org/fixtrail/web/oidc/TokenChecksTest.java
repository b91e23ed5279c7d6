package org.fixtrail.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each test spoils one thing of a token that is right otherwise. */
class TokenChecksTest {
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

    @Nested
    class An_id_token {
        private final Nonce nonce = new Nonce();

        private JWTClaimsSet.Builder right() {
            return provider.idClaims(now, nonce.getValue());
        }

        private JWTClaimsSet check(String token) throws Exception {
            return checks.idToken(JWTParser.parse(token), nonce);
        }

        private void refused(String token, String why) {
            assertThatThrownBy(() -> check(token))
                    .isInstanceOf(TokenProblem.class)
                    .hasMessageContaining(why);
        }

        @Test
        void that_is_right_tells_who_it_is() throws Exception {
            assertThat(check(provider.sign(right())).getSubject()).isEqualTo("ada-1");
        }

        @Test
        void of_another_key_is_refused() {
            refused(provider.forge(right()), "Invalid signature");
        }

        @Test
        void without_a_signature_is_refused() {
            refused(ProviderOfTests.unsigned(right()), "Signed ID token expected");
        }

        @Test
        void signed_with_the_public_key_as_a_secret_is_refused() {
            refused(provider.signedByPublicKey(right()), "cannot be trusted");
        }

        @Test
        void of_another_issuer_is_refused() {
            refused(provider.sign(right().issuer("https://elsewhere.example")), "Unexpected JWT issuer");
        }

        @Test
        void for_another_client_is_refused() {
            refused(provider.sign(right().audience("other")), "Unexpected JWT audience");
        }

        @Test
        void given_to_another_client_is_refused() {
            refused(
                    provider.sign(right().audience(List.of("fixtrail", "other")).claim("azp", "other")),
                    "given to another client");
        }

        @Test
        void for_several_without_saying_to_whom_it_was_given_is_refused() {
            refused(provider.sign(right().audience(List.of("fixtrail", "other"))), "given to another client");
        }

        @Test
        void that_does_not_hold_yet_is_refused() {
            refused(provider.sign(right().notBeforeTime(Date.from(now.plusSeconds(90)))), "does not hold yet");
        }

        @Test
        void of_another_attempt_is_refused() {
            refused(provider.sign(right().claim("nonce", "other")), "nonce");
            refused(provider.sign(right().claim("nonce", null)), "nonce");
        }

        @Test
        void from_a_clock_that_is_wrong_says_by_how_much() {
            JWTClaimsSet.Builder late = provider.idClaims(now.minusSeconds(400), nonce.getValue());
            JWTClaimsSet.Builder early = provider.idClaims(now.plusSeconds(400), nonce.getValue());

            for (JWTClaimsSet.Builder claims : List.of(late, early)) {
                assertThatThrownBy(() -> check(provider.sign(claims)))
                        .isInstanceOfSatisfying(
                                TokenProblem.class,
                                problem -> assertThat(problem.isOfClocks()).isTrue())
                        .hasMessageMatching(
                                "The clocks of .* differ by about (3[89][0-9]|4[01][0-9]) seconds; 30 are allowed.*");
            }
        }

        @Test
        void a_little_late_is_accepted() throws Exception {
            assertThat(check(provider.sign(provider.idClaims(now.minusSeconds(75), nonce.getValue())))
                            .getSubject())
                    .isEqualTo("ada-1");
        }
    }

    @Nested
    class An_access_token {
        private void refused(String token, String why) {
            assertThatThrownBy(() -> checks.accessToken(token))
                    .isInstanceOf(TokenProblem.class)
                    .hasMessageContaining(why);
        }

        @Test
        void that_is_right_is_accepted_in_both_its_forms() throws Exception {
            JWTClaimsSet.Builder claims = provider.machineClaims(now);
            assertThat(checks.accessToken(provider.sign(claims)).getSubject()).isEqualTo("ada-1");

            claims.claim("typ", null);
            assertThat(checks.accessToken(provider.sign(claims, new JOSEObjectType("at+jwt")))
                            .getSubject())
                    .isEqualTo("ada-1");
        }

        @Test
        void of_another_key_is_refused() {
            refused(provider.forge(provider.machineClaims(now)), "Invalid signature");
        }

        @Test
        void without_a_signature_is_refused() {
            refused(ProviderOfTests.unsigned(provider.machineClaims(now)), "Unsecured");
        }

        @Test
        void signed_with_the_public_key_as_a_secret_is_refused() {
            refused(provider.signedByPublicKey(provider.machineClaims(now)), "no matching key");
        }

        @Test
        void of_another_issuer_is_refused() {
            refused(provider.sign(provider.machineClaims(now).issuer("https://elsewhere.example")), "iss");
        }

        @Test
        void for_another_audience_is_refused() {
            refused(provider.sign(provider.machineClaims(now).audience("account")), "audience");
            refused(provider.sign(provider.machineClaims(now).audience((String) null)), "audience");
        }

        @Test
        void that_has_expired_is_refused() {
            refused(provider.sign(provider.machineClaims(now.minusSeconds(120))), "Expired");
        }

        @Test
        void that_never_expires_is_refused() {
            refused(provider.sign(provider.machineClaims(now).expirationTime(null)), "exp");
        }

        @Test
        void is_not_an_id_token() {
            refused(provider.sign(provider.idClaims(now, "n")), "audience");
            refused(
                    provider.sign(provider.idClaims(now, "n").audience(ProviderOfTests.AUDIENCE)),
                    "is no access token");
        }

        @Test
        void is_not_a_logout_token() {
            refused(
                    provider.sign(
                            provider.logoutClaims(now).audience(ProviderOfTests.AUDIENCE), ProviderOfTests.LOGOUT),
                    "typ");
        }

        @Test
        void that_is_no_token_at_all_is_refused() {
            refused("ftm_something", "no JSON web token");
            refused("x".repeat(20_000), "longer than");
            refused("", "no JSON web token");
        }
    }

    @Test
    void while_the_provider_is_down_its_last_keys_hold_and_without_any_it_is_said() throws Exception {
        try (ProviderOfTests other = new ProviderOfTests()) {
            TokenChecks asked = other.checks();
            TokenChecks neverAsked = other.checks();
            String token = other.sign(other.machineClaims(now));
            asked.accessToken(token);
            other.close();

            assertThat(Objects.requireNonNull(asked.accessToken(token)).getSubject())
                    .isEqualTo("ada-1");
            assertThatThrownBy(() -> neverAsked.accessToken(token)).isInstanceOf(ProviderUnreachable.class);
        }
    }
}
