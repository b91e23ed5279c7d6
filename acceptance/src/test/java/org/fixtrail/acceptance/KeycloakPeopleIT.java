package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People are added, given roles and ended here where Keycloak keeps them, and what is changed there counts here. */
@ExtendWith(TheKeycloakSite.class)
class KeycloakPeopleIT {
    private static final String FAILURES = "/failure/list.xhtml";

    private static KeycloakSite site;

    @BeforeAll
    static void start(KeycloakSite theSite) {
        site = theSite;
    }

    @Test
    void a_person_is_added_here_confirmed_by_a_second_one_and_ended_here_and_there() throws Exception {
        String email = KeycloakSite.newAddress();
        try (Visit nora = site.portal().visit()) {
            String password = site.add(email, "Nora Newcomer");
            assertThat(site.keycloak().groups(email))
                    .as("nothing before a second person agrees")
                    .isEmpty();
            assertThat(site.administrator()
                            .page()
                            .locator("tr:has-text('Nora Newcomer')")
                            .textContent())
                    .contains("Invited 20");
            KeycloakSite.signIn(nora, email, password);
            KeycloakSite.choosePassword(site.product(), nora);
            assertThat(nora.page().textContent("main")).contains("you have no role in Fixtrail");

            site.confirm("Nora Newcomer");
            assertThat(site.keycloak().groups(email)).singleElement().asString().endsWith("/RISK_ANALYST");
            nora.open("/sign-in.xhtml");
            nora.page().click("#there");
            nora.page().waitForURL("**/index.xhtml");
            nora.open(FAILURES);
            assertThat(nora.title()).isEqualTo("Failures");

            site.administrator().open("/admin/people.xhtml");
            site.administrator()
                    .page()
                    .getByLabel("End the access of Nora Newcomer")
                    .click();
            site.administrator().press("Yes, end it");
            site.administrator()
                    .page()
                    .getByText("Nora Newcomer has no access any more.")
                    .first()
                    .waitFor();
            assertThat(KeycloakSite.isSignedOut(nora)).as("at once").isTrue();
            assertThat(site.keycloak().groups(email)).isEmpty();
        }
    }

    @Test
    void while_keycloak_is_down_people_work_on_nobody_is_added_and_what_is_decided_is_passed_on_later()
            throws Exception {
        String email = KeycloakSite.newAddress();
        try (Visit maud = site.somebody(email, "Maud Member")) {
            site.pauseKeycloak("STOP");
            try {
                maud.open(FAILURES);
                assertThat(maud.title()).isEqualTo("Failures");

                site.fillIn(KeycloakSite.newAddress(), "Nobody Yet");
                site.administrator()
                        .page()
                        .getByText("does not answer. Nobody was added")
                        .first()
                        .waitFor();
                site.administrator().open("/admin/people.xhtml");
                assertThat(site.administrator().page().textContent("main")).doesNotContain("Nobody Yet");

                site.administrator()
                        .page()
                        .getByLabel("End the access of Maud Member")
                        .click();
                site.administrator().press("Yes, end it");
                site.administrator()
                        .page()
                        .getByText("It holds here, but the sign-in server does not know of it yet.")
                        .first()
                        .waitFor();
                assertThat(KeycloakSite.isSignedOut(maud)).isTrue();
            } finally {
                site.pauseKeycloak("CONT");
            }
            Await.until(
                    "what was decided at Keycloak",
                    KeycloakSite.LIMIT,
                    () -> site.keycloak().groups(email).isEmpty() ? Optional.of(true) : Optional.empty());
        }
    }

    @Test
    void what_is_changed_at_keycloak_is_taken_over_without_a_sign_in() throws Exception {
        String email = KeycloakSite.newAddress();
        try (Visit tove = site.somebody(email, "Tove Token")) {
            Api program = site.as(personalToken(tove));
            program.get("/api/v1/failures").expect(200);
            String group = site.keycloak().groups(email).get(0).replace("RISK_ANALYST", "AUDITOR");

            site.keycloak().add(KeycloakSite.newAddress(), "Walter", group);
            site.keycloak().takeRole(email, "RISK_ANALYST");

            Await.until(
                    "the end of the token's rights",
                    KeycloakSite.LIMIT,
                    () -> program.get("/api/v1/failures").status() == 403 ? Optional.of(true) : Optional.empty());
            site.officer().open("/access/list.xhtml");
            assertThat(site.officer().page().locator("[id='access:rights']").textContent())
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
    void the_operator_gives_no_password_here() throws Exception {
        Product.Ended refused = site.product().command("account", "new-password", KeycloakSite.ADMINISTRATOR);

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.printed()).contains("Passwords are kept at the identity provider");
    }
}
