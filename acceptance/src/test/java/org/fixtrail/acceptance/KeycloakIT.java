package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The product with the Keycloak that {@code ./fixtrail up --keycloak} starts. */
class KeycloakIT {
    private static Product product;
    private static String provider;

    @BeforeAll
    static void start() throws Exception {
        int port = Product.freePort();
        product = Product.startWithKeycloak("keycloak", port);
        provider = "http://127.0.0.1:" + port;
    }

    @AfterAll
    static void stop() throws Exception {
        if (product != null) {
            product.stop();
        }
    }

    @Test
    void a_browser_is_sent_to_keycloak_with_a_challenge_and_must_choose_a_new_password_there() throws IOException {
        try (Portal portal = new Portal(product)) {
            Page page = portal.visit().page();
            page.navigate(product.base() + "/oidc/start");
            assertThat(page.url())
                    .startsWith(provider + "/realms/fixtrail/protocol/openid-connect/auth")
                    .contains("code_challenge_method=S256");

            page.fill("#username", "officer@localhost");
            page.fill("#password", oneTimePassword("officer@localhost"));
            page.click("#kc-login");

            assertThat(page.isVisible("#password-new")).isTrue();
            assertThat(page.url()).startsWith(provider);
        }
    }

    @Test
    void an_answer_that_this_browser_did_not_ask_for_is_refused_in_words() throws Exception {
        Answer answer =
                product.api().get("/oidc/callback?code=stolen&state=forged").expect(303);

        assertThat(answer.location()).endsWith("/oidc/problem.xhtml");
    }

    @Test
    void a_logout_that_keycloak_did_not_sign_is_refused() throws Exception {
        product.api()
                .post(
                        "/oidc/back-channel-logout",
                        "application/x-www-form-urlencoded",
                        "logout_token=eyJhbGciOiJub25lIn0.e30.")
                .expect(400);
        product.api()
                .post("/oidc/back-channel-logout", "application/x-www-form-urlencoded", "")
                .expect(400);
    }

    @Test
    void the_front_channel_takes_only_the_issuers_own_sessions() throws Exception {
        String issuer = provider + "/realms/fixtrail";

        product.api().get("/oidc/front-channel-logout?iss=" + issuer).expect(400);
        product.api()
                .get("/oidc/front-channel-logout?iss=http://elsewhere.example&sid=1")
                .expect(400);
    }

    private static String oneTimePassword(String email) throws IOException {
        Matcher line = Pattern.compile("First sign-in: " + Pattern.quote(email) + " +one-time password: (\\S+)")
                .matcher(product.printed());
        assertThat(line.find()).as(product.printed()).isTrue();
        return line.group(1);
    }
}
