package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal as people see it in a browser. */
@ExtendWith(TheProduct.class)
class PortalIT {
    private static final String SYSTEM = "<b>Assistant</b>";
    private static final String TITLE = "Doses are doubled <img src=x onerror=\"document.title='run'\">";

    private static Product product;
    private static Team team;
    private static Portal portal;

    private Visit visit;
    private Page page;

    @BeforeAll
    static void a_detected_failure_and_a_browser(Product theProduct) throws IOException, InterruptedException {
        product = theProduct;
        team = new Team(product, OFFICER, AUDITOR, ENGINEER);
        Walk.open(team, team.addSystem(SYSTEM), TITLE, "CRITICAL")
                .record(ENGINEER, "DETECTED", 5)
                .expect(201);
        portal = new Portal(product);
    }

    @AfterAll
    static void the_browser_ends() {
        portal.close();
    }

    @BeforeEach
    void somebody_opens_the_browser() {
        visit = portal.visit();
        page = visit.page();
    }

    @AfterEach
    void somebody_closes_it() {
        visit.close();
    }

    @Test
    void no_page_shows_anything_before_the_sign_in() {
        for (String path : List.of(
                "/",
                "/index.xhtml",
                "/failure/list.xhtml",
                "/failure/show.xhtml",
                "/system/list.xhtml",
                "/clock/list.xhtml",
                "/outbox/list.xhtml",
                "/pack/list.xhtml",
                "/import/list.xhtml",
                "/admin/people.xhtml",
                "/no-such-page.xhtml")) {
            visit.open(path);

            assertThat(page.url()).as(path).startsWith(product.base() + "/sign-in.xhtml");
            assertThat(visit.hasHeading("Sign in")).as(path).isTrue();
        }
    }

    @Test
    void a_wrong_password_does_not_open() {
        visit.signIn(team.email(OFFICER), "not the right password");

        assertThat(page.url()).startsWith(product.base() + "/sign-in.xhtml");
        visit.open("/index.xhtml");
        assertThat(page.url()).startsWith(product.base() + "/sign-in.xhtml");
    }

    @Test
    void the_compliance_officer_finds_the_failure_and_what_to_do_about_it() {
        visit.signIn(team, OFFICER);
        assertThat(visit.hasHeading("Dashboard")).isTrue();
        assertThat(page.getByText("1 open failures by stage").count()).isEqualTo(1);

        visit.link("Failures").first().click();
        assertThat(visit.hasHeading("Failures")).isTrue();
        visit.link(TITLE).click();

        assertThat(visit.title()).isEqualTo(TITLE);
        assertThat(page.title()).startsWith("Doses are doubled <img");
        assertThat(page.locator("main img").count()).isZero();
        assertThat(visit.link(SYSTEM).count()).isEqualTo(1);
        assertThat(visit.link("Classify").count()).isEqualTo(1);
        assertThat(visit.link("Propose: Dismissed").count()).isEqualTo(1);
    }

    @Test
    void the_auditor_sees_the_same_failure_and_no_action() {
        visit.signIn(team, AUDITOR);
        assertThat(visit.link("Open a failure").count()).isZero();
        assertThat(visit.link("Imports").count()).isZero();
        assertThat(visit.link("People").count()).isZero();

        visit.open("/failure/list.xhtml");
        visit.link(TITLE).click();

        assertThat(visit.title()).isEqualTo(TITLE);
        assertThat(visit.link("Classify").count()).isZero();
        assertThat(visit.actions()).isEmpty();
    }

    @Test
    void an_address_with_a_filter_that_cannot_be_meant_shows_the_whole_list() {
        visit.signIn(team, AUDITOR);

        visit.open("/failure/list.xhtml?severity=WORST&stage=1&system=x&imported=maybe&text=%00");

        assertThat(visit.hasHeading("Failures")).isTrue();
        assertThat(visit.link(TITLE).count()).isEqualTo(1);
    }

    @Test
    void who_signs_out_is_out() {
        visit.signIn(team, AUDITOR);

        visit.press("Sign out");
        visit.open("/failure/list.xhtml");

        assertThat(page.url()).startsWith(product.base() + "/sign-in.xhtml");
    }

    @Test
    void the_dashboard_has_no_grave_flaw_for_those_who_do_not_see_it() {
        visit.signIn(team, OFFICER);

        List<String> grave = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();

        assertThat(grave).isEmpty();
    }
}
