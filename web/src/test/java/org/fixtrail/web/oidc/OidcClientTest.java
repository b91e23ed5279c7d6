package org.fixtrail.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixtrail.domain.access.Role;
import org.fixtrail.services.access.ExternalIdentity;
import org.fixtrail.services.access.ExternalMachine;
import org.fixtrail.services.access.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OidcClientTest {
    private final Instant now = Instant.now();
    private final SignInAttempt attempt = SignInAttempt.to("/index.xhtml", now);
    private ProviderOfTests provider;
    private OidcClient client;

    @BeforeEach
    void start() throws IOException {
        provider = new ProviderOfTests();
        client = new OidcClient(provider.settings(), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static Outcome.Refused<?> refused(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return (Outcome.Refused<?>) outcome;
    }

    private ProviderSession signedIn() {
        provider.answersTokens(
                provider.sign(provider.idClaims(now, attempt.nonce().getValue())), "refresh-1");
        return done(client.exchange("code-1", attempt));
    }

    @Test
    void the_browser_is_sent_with_state_nonce_and_a_challenge_but_never_the_verifier() {
        URI address = done(client.signIn(attempt));

        assertThat(address.toString())
                .startsWith(provider.issuer() + "/auth?")
                .contains("response_type=code")
                .contains("client_id=fixtrail")
                .contains("code_challenge_method=S256")
                .contains("code_challenge=")
                .contains("state=" + attempt.state())
                .contains("nonce=" + attempt.nonce())
                .contains("redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Foidc%2Fcallback")
                .doesNotContain(attempt.verifier().getValue());
    }

    @Test
    void a_code_becomes_who_it_is_and_the_verifier_goes_along() {
        ProviderSession session = signedIn();

        assertThat(session.identity().subject()).isEqualTo("ada-1");
        assertThat(session.identity().email()).isEqualTo("ada@example.org");
        assertThat(session.identity().displayName()).isEqualTo("Ada Auditor");
        assertThat(session.identity().providerSession()).isEqualTo("session-1");
        assertThat(session.identity().roles().byOrganisation()).isEqualTo(Map.of("Acme", Set.of(Role.AUDITOR)));
        assertThat(session.identity().validUntil().getEpochSecond())
                .isEqualTo(now.plusSeconds(60).getEpochSecond());
        assertThat(provider.asked())
                .singleElement()
                .asString()
                .contains("code=code-1", "code_verifier=" + attempt.verifier().getValue());
        assertThat(session.toString()).doesNotContain("ey", "refresh-1");
    }

    @Test
    void an_address_that_the_provider_has_not_verified_is_nobodys() {
        provider.answersTokens(
                provider.sign(provider.idClaims(now, attempt.nonce().getValue()).claim("email_verified", false)),
                "refresh-1");

        assertThat(done(client.exchange("code-1", attempt)).identity().email()).isNull();
    }

    @Test
    void groups_that_are_not_understood_give_no_role_and_are_named() {
        provider.answersTokens(
                provider.sign(provider.idClaims(now, attempt.nonce().getValue())
                        .claim("groups", List.of("/fixtrail/Acme/AUDITER"))),
                "refresh-1");

        ExternalIdentity identity = done(client.exchange("code-1", attempt)).identity();

        assertThat(identity.roles().isEmpty()).isTrue();
        assertThat(identity.roles().ignored()).containsExactly("/fixtrail/Acme/AUDITER: there is no such role");
    }

    @Test
    void a_renewal_brings_the_roles_of_now_and_the_next_refresh_token() {
        ProviderSession session = signedIn();
        provider.answersTokens(
                provider.sign(provider.idClaims(now, null).claim("groups", List.of("/fixtrail/Acme/REVIEWER"))),
                "refresh-2");

        ProviderSession renewed = done(client.renew(session));

        assertThat(renewed.identity().roles().byOrganisation()).isEqualTo(Map.of("Acme", Set.of(Role.REVIEWER)));
        assertThat(renewed.refreshToken()).isEqualTo("refresh-2");
        assertThat(provider.asked().get(1)).contains("grant_type=refresh_token", "refresh_token=refresh-1");
    }

    @Test
    void a_renewal_may_leave_no_role() {
        ProviderSession session = signedIn();
        provider.answersTokens(provider.sign(provider.idClaims(now, null).claim("groups", null)), "refresh-2");

        assertThat(done(client.renew(session)).identity().roles().isEmpty()).isTrue();
    }

    @Test
    void a_renewal_for_another_person_is_refused() {
        ProviderSession session = signedIn();
        provider.answersTokens(provider.sign(provider.idClaims(now, null).subject("eve-1")), "refresh-2");

        assertThat(refused(client.renew(session)).reason()).contains("another person");
    }

    @Test
    void a_disabled_person_or_an_ended_session_is_told_apart_from_a_provider_that_is_down() {
        ProviderSession session = signedIn();
        provider.answersError(400, "invalid_grant");
        assertThat(refused(client.renew(session)).rule()).isEqualTo("provider-session-ended");

        provider.answersError(500, "server_error");
        assertThat(refused(client.renew(session)).rule()).isEqualTo("provider-unreachable");

        provider.close();
        Outcome.Refused<?> down = refused(client.renew(session));
        assertThat(down.rule()).isEqualTo("provider-unreachable");
        assertThat(down.reason()).contains("does not answer", "try again");
    }

    @Test
    void a_wrong_secret_names_the_settings() {
        provider.answersError(401, "invalid_client");

        assertThat(refused(client.exchange("code-1", attempt)).reason()).contains("FIXTRAIL_OIDC_CLIENT_SECRET");
    }

    @Test
    void another_issuer_than_the_configured_one_is_not_believed() {
        OidcSettings right = provider.settings();
        OidcSettings wrong = new OidcSettings(
                URI.create(provider.issuer().replace("localhost", "127.0.0.1")),
                right.clientId(),
                right.clientSecret(),
                right.groupsClaim(),
                right.groupRoot(),
                right.audience(),
                right.clockSkew(),
                right.baseUrl());

        assertThat(refused(new OidcClient(wrong, Clock.systemUTC()).signIn(attempt))
                        .rule())
                .isEqualTo("provider-unreachable");
    }

    @Test
    void signing_out_leads_to_the_provider_with_the_id_token() {
        ProviderSession session = signedIn();

        assertThat(client.signOut(session).toString())
                .startsWith(provider.issuer() + "/logout?")
                .contains("id_token_hint=" + session.idToken())
                .contains("post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Foidc%2Fsigned-out.xhtml");
    }

    @Test
    void a_machine_is_bound_to_its_organisation_and_system() {
        ExternalMachine machine = done(client.machine(provider.sign(provider.machineClaims(now))));

        assertThat(machine.clientId()).isEqualTo("chatbot");
        assertThat(machine.organisation()).isEqualTo("Acme");
        assertThat(machine.role()).isEqualTo(Role.MACHINE);
        assertThat(machine.system()).isEqualTo("Chatbot");
    }

    @Test
    void a_pipeline_is_bound_to_its_system_too() {
        JWTClaimsSet.Builder claims = provider.machineClaims(now).claim("groups", List.of("/fixtrail/Acme/PIPELINE"));

        ExternalMachine pipeline = done(client.machine(provider.sign(claims)));

        assertThat(pipeline.role()).isEqualTo(Role.PIPELINE);
        assertThat(pipeline.system()).isEqualTo("Chatbot");
        assertThat(refused(client.machine(provider.sign(claims.claim("fixtrail_system", null))))
                        .reason())
                .contains("has no claim fixtrail_system");
    }

    @Test
    void a_machine_without_system_with_two_organisations_or_with_peoples_roles_alone_is_refused() {
        assertThat(refused(client.machine(
                                provider.sign(provider.machineClaims(now).claim("fixtrail_system", null))))
                        .reason())
                .contains("has no claim fixtrail_system");
        assertThat(refused(client.machine(provider.sign(provider.machineClaims(now)
                                .claim("groups", List.of("/fixtrail/Acme/MACHINE", "/fixtrail/Globex/MACHINE")))))
                        .reason())
                .contains("and is in 2");
        assertThat(refused(client.machine(provider.sign(
                                provider.machineClaims(now).claim("groups", List.of("/fixtrail/Acme/AUDITOR")))))
                        .reason())
                .contains("and is in 0");
    }
}
