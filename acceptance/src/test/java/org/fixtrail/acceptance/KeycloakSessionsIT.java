package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session begins at Keycloak, and ends here when it ends there. */
@ExtendWith(TheKeycloakSite.class)
class KeycloakSessionsIT {
    private static KeycloakSite site;

    @BeforeAll
    static void start(KeycloakSite theSite) {
        site = theSite;
    }

    @Test
    void a_role_that_keycloak_takes_away_is_gone_when_the_token_has_expired() throws Exception {
        String email = KeycloakSite.newAddress();
        try (Visit iris = site.somebody(email, "Iris Inspector")) {
            site.keycloak().takeRole(email, "RISK_ANALYST");

            KeycloakSite.awaitSignedOut(iris);
        }
    }

    @Test
    void a_person_whom_keycloak_disables_is_out_when_the_token_has_expired() throws Exception {
        String email = KeycloakSite.newAddress();
        try (Visit dora = site.somebody(email, "Dora Disabled")) {
            site.keycloak().enable(email, false);

            KeycloakSite.awaitSignedOut(dora);
        }
    }

    @Test
    void a_session_that_keycloak_ends_is_over_here_although_the_token_holds() throws Exception {
        site.keycloak().tokensLast(3_600);
        String email = KeycloakSite.newAddress();
        try (Visit lars = site.somebody(email, "Lars Leaving")) {
            assertThat(KeycloakSite.isSignedOut(lars)).isFalse();

            site.keycloak().signOut(email);

            KeycloakSite.awaitSignedOut(lars);
        } finally {
            site.keycloak().tokensLast(KeycloakSite.TOKEN_SECONDS);
        }
    }

    @Test
    void signing_out_here_signs_out_there() throws Exception {
        try (Visit vera = site.somebody(KeycloakSite.newAddress(), "Vera Visitor")) {
            vera.press("Sign out");
            vera.page().waitForURL("**/oidc/signed-out.xhtml");
            vera.open("/sign-in.xhtml");
            vera.page().click("#there");
            assertThat(vera.page().isVisible("#password"))
                    .as("asked for the password again")
                    .isTrue();
        }
    }

    @Test
    void an_answer_that_this_browser_did_not_ask_for_is_refused_in_words() throws Exception {
        Answer answer = site.product()
                .api()
                .get("/oidc/callback?code=stolen&state=forged")
                .expect(303);

        assertThat(answer.location()).endsWith("/oidc/problem.xhtml");
    }

    @Test
    void a_logout_that_keycloak_did_not_sign_is_refused() throws Exception {
        site.product()
                .api()
                .post(
                        "/oidc/back-channel-logout",
                        "application/x-www-form-urlencoded",
                        "logout_token=eyJhbGciOiJub25lIn0.e30.")
                .expect(400);
        site.product()
                .api()
                .post("/oidc/back-channel-logout", "application/x-www-form-urlencoded", "")
                .expect(400);
    }

    @Test
    void the_front_channel_takes_only_the_issuers_own_sessions() throws Exception {
        String issuer = site.provider() + "/realms/fixtrail";

        site.product().api().get("/oidc/front-channel-logout?iss=" + issuer).expect(400);
        site.product()
                .api()
                .get("/oidc/front-channel-logout?iss=http://elsewhere.example&sid=1")
                .expect(400);
    }
}
