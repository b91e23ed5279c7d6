package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fixtrail.acceptance.Team.Member;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal as people see it in a browser. */
@ExtendWith(TheProduct.class)
class PortalIT {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String TITLE = "Doses are doubled <img src=x onerror=\"document.title='run'\">";

    private static Product product;
    private static Team team;
    private static Playwright playwright;
    private static Browser browser;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void a_detected_failure_and_a_browser(Product theProduct) throws IOException, InterruptedException {
        product = theProduct;
        team = new Team(product, OFFICER, AUDITOR, ENGINEER);
        Walk.open(team, team.addSystem("Assistant"), TITLE, "CRITICAL")
                .record(ENGINEER, "DETECTED", 5)
                .expect(201);
        boolean installed = Files.isExecutable(CHROMIUM);
        Map<String, String> environment = new HashMap<>(System.getenv());
        LaunchOptions options = new LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        if (installed) {
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            options.setExecutablePath(CHROMIUM);
        }
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright.chromium().launch(options);
    }

    @AfterAll
    static void the_browser_ends() {
        playwright.close();
    }

    @BeforeEach
    void somebody_opens_the_browser() {
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page = context.newPage();
    }

    @AfterEach
    void somebody_closes_it() {
        context.close();
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
            page.navigate(product.base() + path);

            assertThat(page.url()).as(path).startsWith(product.base() + "/sign-in.xhtml");
            assertThat(heading("Sign in")).as(path).isTrue();
        }
    }

    @Test
    void a_wrong_password_does_not_open() {
        signIn(team.email(OFFICER), "not the right password");

        assertThat(page.url()).startsWith(product.base() + "/sign-in.xhtml");
        page.navigate(product.base() + "/index.xhtml");
        assertThat(page.url()).startsWith(product.base() + "/sign-in.xhtml");
    }

    @Test
    void the_compliance_officer_finds_the_failure_and_what_to_do_about_it() {
        signIn(OFFICER);
        assertThat(heading("Dashboard")).isTrue();
        assertThat(page.getByText("1 open failures by stage").count()).isEqualTo(1);

        link("Failures").first().click();
        assertThat(heading("Failures")).isTrue();
        link(TITLE).click();

        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1))
                        .textContent())
                .isEqualTo(TITLE);
        assertThat(page.title()).startsWith("Doses are doubled <img");
        assertThat(page.locator("main img").count()).isZero();
        assertThat(link("Classify").count()).isEqualTo(1);
        assertThat(link("Propose: Dismissed").count()).isEqualTo(1);
    }

    @Test
    void the_auditor_sees_the_same_failure_and_no_action() {
        signIn(AUDITOR);
        assertThat(link("Open a failure").count()).isZero();
        assertThat(link("Imports").count()).isZero();
        assertThat(link("People").count()).isZero();

        page.navigate(product.base() + "/failure/list.xhtml");
        link(TITLE).click();

        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1))
                        .textContent())
                .isEqualTo(TITLE);
        assertThat(link("Classify").count()).isZero();
        assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Record:"))
                        .count())
                .isZero();
        assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Propose:"))
                        .count())
                .isZero();
    }

    @Test
    void an_address_with_a_filter_that_cannot_be_meant_shows_the_whole_list() {
        signIn(AUDITOR);

        page.navigate(product.base() + "/failure/list.xhtml?severity=WORST&stage=1&system=x&imported=maybe&text=%00");

        assertThat(heading("Failures")).isTrue();
        assertThat(link(TITLE).count()).isEqualTo(1);
    }

    @Test
    void who_signs_out_is_out() {
        signIn(AUDITOR);

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign out"))
                .click();
        page.navigate(product.base() + "/failure/list.xhtml");

        assertThat(page.url()).startsWith(product.base() + "/sign-in.xhtml");
    }

    @Test
    void the_dashboard_has_no_grave_flaw_for_those_who_do_not_see_it() {
        signIn(OFFICER);

        List<String> grave = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();

        assertThat(grave).isEmpty();
    }

    private void signIn(Member member) {
        signIn(team.email(member), team.password(member));
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private void signIn(String email, String password) {
        page.navigate(product.base() + "/");
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private boolean heading(String text) {
        return page.getByRole(
                                AriaRole.HEADING,
                                new GetByRoleOptions().setName(text).setExact(true))
                        .count()
                == 1;
    }

    private com.microsoft.playwright.Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }
}
