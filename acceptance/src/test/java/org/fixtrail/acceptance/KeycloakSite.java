package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product with the Keycloak that {@code ./fixtrail up --keycloak} starts, and what people do there. */
final class KeycloakSite implements AutoCloseable {
    static final String ADMINISTRATOR = "admin@localhost";
    private static final String OFFICER = "officer@localhost";
    private static final String PASSWORD = "garden kettle seven moons";

    /** So short that tests see them end. */
    static final int TOKEN_SECONDS = 5;

    /** Longer than the product's own tries, a minute apart. */
    static final Duration LIMIT = Duration.ofSeconds(120);

    private final Product product;
    private final URI provider;
    private final KeycloakAdmin keycloak;
    private final Portal portal;
    private final Visit administrator;
    private final Visit officer;

    /** Signs both first people in, who have their passwords. */
    KeycloakSite(Product product, URI provider) throws Exception {
        this.product = product;
        this.provider = provider;
        keycloak = new KeycloakAdmin(provider, product.secret("keycloak.admin.password"));
        keycloak.tokensLast(TOKEN_SECONDS);
        portal = new Portal(product);
        administrator = comeIn(ADMINISTRATOR);
        officer = comeIn(OFFICER);
    }

    /** Chooses passwords for both first people, once for all tests. */
    static void choosePasswords(Product product) throws IOException {
        try (Portal portal = new Portal(product)) {
            for (String email : List.of(ADMINISTRATOR, OFFICER)) {
                try (Visit visit = portal.visit()) {
                    comeInFirst(product, visit, email, oneTimePassword(product, email));
                }
            }
        }
    }

    Product product() {
        return product;
    }

    URI provider() {
        return provider;
    }

    KeycloakAdmin keycloak() {
        return keycloak;
    }

    Portal portal() {
        return portal;
    }

    /** The browser of the first administrator, signed in. */
    Visit administrator() {
        return administrator;
    }

    /** The browser of the first compliance officer, signed in. */
    Visit officer() {
        return officer;
    }

    @Override
    public void close() {
        portal.close();
    }

    /** Calls with a token of Keycloak's, or one of the product's own. */
    Api as(String token) {
        return new Api(product.base(), Map.of("Authorization", "Bearer " + token));
    }

    static String newAddress() {
        return UUID.randomUUID() + "@example.org";
    }

    /** Added, confirmed and signed in. */
    Visit somebody(String email, String name) throws Exception {
        String password = add(email, name);
        confirm(name);
        Visit visit = portal.visit();
        comeInFirst(product, visit, email, password);
        return visit;
    }

    /** Answers the one-time password. */
    String add(String email, String name) {
        fillIn(email, name);
        administrator.page().getByText(email + " was added").first().waitFor();
        String password = administrator.page().inputValue("[id='passwordForm:password']");
        administrator.press("I have copied it");
        return password;
    }

    void fillIn(String email, String name) {
        administrator.open("/admin/people.xhtml");
        Page page = administrator.page();
        page.click("[id='people:addPerson']");
        page.fill("[id='addForm:email']", email);
        page.fill("[id='addForm:name']", name);
        page.locator("[id='addForm:newRoles'] label").getByText("Risk analyst").click();
        administrator.press("Add");
    }

    void confirm(String name) {
        officer.open("/access/list.xhtml");
        officer.page().getByLabel("Confirm the roles of " + name).click();
        officer.press("Yes, confirm");
        officer.page().getByText(name + " holds it now: Risk analyst").first().waitFor();
    }

    private Visit comeIn(String email) {
        Visit visit = portal.visit();
        signIn(visit, email, PASSWORD);
        visit.page().waitForURL("**/index.xhtml");
        return visit;
    }

    private static void comeInFirst(Product product, Visit visit, String email, String oneTimePassword) {
        signIn(visit, email, oneTimePassword);
        choosePassword(product, visit);
        visit.page().waitForURL("**/index.xhtml");
    }

    static void signIn(Visit visit, String email, String password) {
        visit.open("/sign-in.xhtml");
        visit.page().click("#there");
        visit.page().fill("#username", email);
        visit.page().fill("#password", password);
        visit.page().click("#kc-login");
    }

    static void choosePassword(Product product, Visit visit) {
        visit.page().fill("#password-new", PASSWORD);
        visit.page().fill("#password-confirm", PASSWORD);
        visit.page().click("input[type=submit], button[type=submit]");
        visit.page().waitForURL(url -> url.startsWith(product.base().toString()));
    }

    static void awaitSignedOut(Visit visit) throws Exception {
        Await.until("the end of the access", LIMIT, () -> isSignedOut(visit) ? Optional.of(true) : Optional.empty());
    }

    static boolean isSignedOut(Visit visit) {
        visit.open("/account/organisations.xhtml");
        return visit.page().url().contains("/sign-in.xhtml");
    }

    /** As if the machine it runs on hung: nothing is refused, nothing is answered. */
    void pauseKeycloak(String signal) throws IOException, InterruptedException {
        String pid = Files.readString(product.var().resolve("keycloak/keycloak.pid"))
                .strip()
                .split("\\s")[0];
        assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor())
                .isZero();
    }

    private static String oneTimePassword(Product product, String email) throws IOException {
        Matcher line = Pattern.compile("First sign-in: " + Pattern.quote(email) + " +one-time password: (\\S+)")
                .matcher(product.printed());
        assertThat(line.find()).as(product.printed()).isTrue();
        return line.group(1);
    }
}
