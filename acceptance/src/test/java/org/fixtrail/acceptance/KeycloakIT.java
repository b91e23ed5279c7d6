package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The product with the Keycloak that {@code ./fixtrail up --keycloak} starts. */
class KeycloakIT {
    private static final String ADMINISTRATOR = "admin@localhost";
    private static final String OFFICER = "officer@localhost";
    private static final String PASSWORD = "garden kettle seven moons";
    private static final String FAILURES = "/failure/list.xhtml";
    private static final int TOKEN_SECONDS = 5;

    /** Longer than the product's own tries, a minute apart. */
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private static Product product;
    private static String provider;
    private static KeycloakAdmin keycloak;
    private static Portal portal;
    private static Visit administrator;
    private static Visit officer;

    @BeforeAll
    static void start() throws Exception {
        int port = Product.freePort();
        product = Product.startWithKeycloak("keycloak", port);
        provider = "http://127.0.0.1:" + port;
        keycloak = new KeycloakAdmin(URI.create(provider), product.secret("keycloak.admin.password"));
        keycloak.tokensLast(TOKEN_SECONDS);
        portal = new Portal(product);
        administrator = portal.visit();
        comeInFirst(administrator, ADMINISTRATOR, oneTimePassword(ADMINISTRATOR));
        officer = portal.visit();
        comeInFirst(officer, OFFICER, oneTimePassword(OFFICER));
    }

    @AfterAll
    static void stop() throws Exception {
        if (portal != null) {
            portal.close();
        }
        if (product != null) {
            product.stop();
        }
    }

    @Test
    void a_person_is_added_here_confirmed_by_a_second_one_and_ended_here_and_there() throws Exception {
        String email = newAddress();
        try (Visit nora = portal.visit()) {
            String password = add(email, "Nora Newcomer");
            assertThat(keycloak.groups(email))
                    .as("nothing before a second person agrees")
                    .isEmpty();
            signIn(nora, email, password);
            choosePassword(nora);
            assertThat(nora.page().textContent("main")).contains("you have no role in Fixtrail");

            confirm("Nora Newcomer");
            assertThat(keycloak.groups(email)).singleElement().asString().endsWith("/RISK_ANALYST");
            nora.open("/sign-in.xhtml");
            nora.page().click("#there");
            nora.page().waitForURL("**/index.xhtml");
            nora.open(FAILURES);
            assertThat(nora.title()).isEqualTo("Failures");

            administrator.open("/admin/people.xhtml");
            administrator.page().getByLabel("End the access of Nora Newcomer").click();
            administrator.press("Yes, end it");
            administrator
                    .page()
                    .getByText("Nora Newcomer has no access any more.")
                    .first()
                    .waitFor();
            assertThat(isSignedOut(nora)).as("at once").isTrue();
            assertThat(keycloak.groups(email)).isEmpty();
        }
    }

    @Test
    void while_keycloak_is_down_people_work_on_nobody_is_added_and_what_is_decided_is_passed_on_later()
            throws Exception {
        String email = newAddress();
        try (Visit maud = somebody(email, "Maud Member")) {
            pauseKeycloak("STOP");
            try {
                maud.open(FAILURES);
                assertThat(maud.title()).isEqualTo("Failures");

                fillIn(newAddress(), "Nobody Yet");
                administrator
                        .page()
                        .getByText("does not answer. Nobody was added")
                        .first()
                        .waitFor();
                administrator.open("/admin/people.xhtml");
                assertThat(administrator.page().textContent("main")).doesNotContain("Nobody Yet");

                administrator.page().getByLabel("End the access of Maud Member").click();
                administrator.press("Yes, end it");
                administrator
                        .page()
                        .getByText("It holds here, but the sign-in server does not know of it yet.")
                        .first()
                        .waitFor();
                assertThat(isSignedOut(maud)).isTrue();
            } finally {
                pauseKeycloak("CONT");
            }
            Await.until(
                    "what was decided at Keycloak",
                    LIMIT,
                    () -> keycloak.groups(email).isEmpty() ? Optional.of(true) : Optional.empty());
        }
    }

    @Test
    void a_role_that_keycloak_takes_away_is_gone_when_the_token_has_expired() throws Exception {
        String email = newAddress();
        try (Visit iris = somebody(email, "Iris Inspector")) {
            keycloak.takeRole(email, "RISK_ANALYST");

            awaitSignedOut(iris);
        }
    }

    @Test
    void what_is_changed_at_keycloak_is_taken_over_without_a_sign_in() throws Exception {
        String email = newAddress();
        try (Visit tove = somebody(email, "Tove Token")) {
            Api program = as(personalToken(tove));
            program.get("/api/v1/failures").expect(200);
            String group = keycloak.groups(email).get(0).replace("RISK_ANALYST", "AUDITOR");

            keycloak.add(newAddress(), "Walter", group);
            keycloak.takeRole(email, "RISK_ANALYST");

            Await.until(
                    "the end of the token's rights",
                    LIMIT,
                    () -> program.get("/api/v1/failures").status() == 403 ? Optional.of(true) : Optional.empty());
            officer.open("/access/list.xhtml");
            assertThat(officer.page().locator("[id='access:rights']").textContent())
                    .contains("Walter");
        }
    }

    private static String personalToken(Visit visit) {
        visit.open("/account/tokens.xhtml");
        // the button's icon counts to its name
        visit.page().click("button:has-text('New token')");
        visit.page().fill("[id='issueForm:label']", "Program");
        visit.press("Issue token");
        visit.page().getByText("I have copied it").waitFor();
        return visit.page().inputValue("[id='secretForm:secret']");
    }

    @Test
    void a_person_whom_keycloak_disables_is_out_when_the_token_has_expired() throws Exception {
        String email = newAddress();
        try (Visit dora = somebody(email, "Dora Disabled")) {
            keycloak.enable(email, false);

            awaitSignedOut(dora);
        }
    }

    @Test
    void a_session_that_keycloak_ends_is_over_here_although_the_token_holds() throws Exception {
        keycloak.tokensLast(3_600);
        String email = newAddress();
        try (Visit lars = somebody(email, "Lars Leaving")) {
            assertThat(isSignedOut(lars)).isFalse();

            keycloak.signOut(email);

            awaitSignedOut(lars);
        } finally {
            keycloak.tokensLast(TOKEN_SECONDS);
        }
    }

    @Test
    void signing_out_here_signs_out_there() throws Exception {
        try (Visit vera = somebody(newAddress(), "Vera Visitor")) {
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
    void a_machine_sends_signals_with_a_token_of_keycloaks() throws Exception {
        officer.open("/system/edit.xhtml");
        officer.input("Name").fill("Example system");
        officer.page().selectOption("[id='edit:riskClass']", new SelectOption().setIndex(1));
        officer.page().selectOption("[id='edit:operatorRole']", new SelectOption().setIndex(1));
        officer.press("Record");
        officer.page().waitForURL("**/system/show.xhtml*");

        Api machine = as(keycloak.machineToken("example-machine", product.secret("keycloak.machine.secret")));

        machine.get("/api/v1/failures").expect(403);
        Answer stored = machine.post(
                        "/api/v1/signals",
                        "application/cloudevents+json",
                        "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"urn:test\", \"type\": \"test.outcome\","
                                + " \"data\": {\"fingerprint\": \"promised too much\"}}")
                .expect(202);
        assertThat(stored.json().path("opened")).hasSize(1);
        as(keycloak.machineToken("fixtrail", product.secret("keycloak.client.secret")))
                .get("/api/v1/failures")
                .expect(401);
        Await.until(
                "the end of the token",
                LIMIT,
                () -> machine.get("/api/v1/failures").status() == 401 ? Optional.of(true) : Optional.empty());
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

    private static Api as(String token) {
        return new Api(product.base(), Map.of("Authorization", "Bearer " + token));
    }

    private static String newAddress() {
        return UUID.randomUUID() + "@example.org";
    }

    /** Added, confirmed and signed in. */
    private static Visit somebody(String email, String name) throws Exception {
        String password = add(email, name);
        confirm(name);
        Visit visit = portal.visit();
        comeInFirst(visit, email, password);
        return visit;
    }

    /** Answers the one-time password. */
    private static String add(String email, String name) {
        fillIn(email, name);
        administrator.page().getByText(email + " was added").first().waitFor();
        String password = administrator.page().inputValue("[id='passwordForm:password']");
        administrator.press("I have copied it");
        return password;
    }

    private static void fillIn(String email, String name) {
        administrator.open("/admin/people.xhtml");
        Page page = administrator.page();
        page.click("[id='people:addPerson']");
        page.fill("[id='addForm:email']", email);
        page.fill("[id='addForm:name']", name);
        page.locator("[id='addForm:newRoles'] label").getByText("Risk analyst").click();
        administrator.press("Add");
    }

    private static void confirm(String name) {
        officer.open("/access/list.xhtml");
        officer.page().getByLabel("Confirm the roles of " + name).click();
        officer.press("Yes, confirm");
        officer.page().getByText(name + " holds it now: Risk analyst").first().waitFor();
    }

    private static void comeInFirst(Visit visit, String email, String oneTimePassword) {
        signIn(visit, email, oneTimePassword);
        choosePassword(visit);
        visit.page().waitForURL("**/index.xhtml");
    }

    private static void signIn(Visit visit, String email, String password) {
        visit.open("/sign-in.xhtml");
        visit.page().click("#there");
        visit.page().fill("#username", email);
        visit.page().fill("#password", password);
        visit.page().click("#kc-login");
    }

    private static void choosePassword(Visit visit) {
        visit.page().fill("#password-new", PASSWORD);
        visit.page().fill("#password-confirm", PASSWORD);
        visit.page().click("input[type=submit], button[type=submit]");
        visit.page().waitForURL(url -> url.startsWith(product.base().toString()));
    }

    private static void awaitSignedOut(Visit visit) throws Exception {
        Await.until("the end of the access", LIMIT, () -> isSignedOut(visit) ? Optional.of(true) : Optional.empty());
    }

    private static boolean isSignedOut(Visit visit) {
        visit.open("/account/organisations.xhtml");
        return visit.page().url().contains("/sign-in.xhtml");
    }

    /** As if the machine it runs on hung: nothing is refused, nothing is answered. */
    private static void pauseKeycloak(String signal) throws IOException, InterruptedException {
        String pid = Files.readString(product.var().resolve("keycloak/keycloak.pid"))
                .strip()
                .split("\\s")[0];
        assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor())
                .isZero();
    }

    private static String oneTimePassword(String email) throws IOException {
        Matcher line = Pattern.compile("First sign-in: " + Pattern.quote(email) + " +one-time password: (\\S+)")
                .matcher(product.printed());
        assertThat(line.find()).as(product.printed()).isTrue();
        return line.group(1);
    }
}
