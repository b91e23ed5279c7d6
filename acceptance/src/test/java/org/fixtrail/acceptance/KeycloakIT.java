package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The product with the Keycloak that {@code ./fixtrail up --keycloak} starts. */
class KeycloakIT {
    private static final String ADMINISTRATOR = "admin@localhost";
    private static final String NEW_PASSWORD = "garden kettle seven moons";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static Product product;
    private static String provider;
    private static KeycloakAdmin admin;

    @BeforeAll
    static void start() throws Exception {
        int port = Product.freePort();
        product = Product.startWithKeycloak("keycloak", port);
        provider = "http://127.0.0.1:" + port;
        admin = new KeycloakAdmin(URI.create(provider), product.secret("keycloak.admin.password"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (product != null) {
            product.stop();
        }
    }

    @Test
    void a_disabled_person_is_out_when_the_token_has_expired_and_signing_out_here_signs_out_there() throws Exception {
        admin.tokensLast(5);
        try (Portal portal = new Portal(product)) {
            Page page = portal.visit().page();
            page.navigate(product.base() + "/sign-in.xhtml");
            page.click("#there");
            signIn(page, ADMINISTRATOR, oneTimePassword(ADMINISTRATOR));
            page.fill("#password-new", NEW_PASSWORD);
            page.fill("#password-confirm", NEW_PASSWORD);
            page.click("input[type=submit], button[type=submit]");
            page.waitForURL("**/index.xhtml");

            page.click("text=Sign out");
            page.waitForURL("**/oidc/signed-out.xhtml");
            page.navigate(product.base() + "/sign-in.xhtml");
            page.click("#there");
            assertThat(page.isVisible("#password")).as("signed out there, too").isTrue();
            signIn(page, ADMINISTRATOR, NEW_PASSWORD);
            page.waitForURL("**/index.xhtml");

            admin.enable(ADMINISTRATOR, false);
            Await.until("the end of the access", LIMIT, () -> signedOut(page) ? Optional.of(true) : Optional.empty());
        }
    }

    private static boolean signedOut(Page page) {
        page.navigate(product.base() + "/account/organisations.xhtml");
        return page.url().contains("/sign-in.xhtml");
    }

    private static void signIn(Page page, String email, String password) {
        page.fill("#username", email);
        page.fill("#password", password);
        page.click("#kc-login");
    }

    @Test
    void an_answer_that_this_browser_did_not_ask_for_is_refused_in_words() throws Exception {
        Answer answer =
                product.api().get("/oidc/callback?code=stolen&state=forged").expect(303);

        assertThat(answer.location()).endsWith("/oidc/problem.xhtml");
    }

    @Test
    void the_operator_gives_no_password_here() throws Exception {
        Product.Ended refused = product.command("account", "new-password", ADMINISTRATOR);

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.printed()).contains("Passwords are kept at the identity provider");
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
