package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.ANALYST;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another site can make a signed-in browser do by its forms and links: nothing. */
@ExtendWith(TheProduct.class)
class CrossSiteIT {
    private static final String SIGN_IN = "/sign-in.xhtml";
    private static final Map<String, String> FROM_ANOTHER_SITE = Map.of("Sec-Fetch-Site", "cross-site");
    private static final Map<String, String> FROM_OUR_PAGES = Map.of("Sec-Fetch-Site", "same-origin");

    private static Product product;
    private static Team team;

    @BeforeAll
    static void a_team(Product theProduct) throws Exception {
        product = theProduct;
        team = new Team(product, OFFICER, ANALYST);
    }

    @Test
    void another_site_makes_a_signed_in_browser_do_nothing() throws Exception {
        PageSession session = PageSession.of(product, team, ANALYST);

        assertThat(session.send("POST", "/sign-out", "x=1", FROM_ANOTHER_SITE).statusCode())
                .isEqualTo(403);
        assertThat(session.post("/target/list.xhtml", Map.of("add", "add"), FROM_ANOTHER_SITE)
                        .statusCode())
                .isEqualTo(403);
        for (Map<String, String> from : List.of(FROM_ANOTHER_SITE, FROM_OUR_PAGES, Map.<String, String>of())) {
            assertThat(session.send("POST", "/api/v1/targets", "{}", from).statusCode())
                    .as("a session does not change anything by the API")
                    .isEqualTo(401);
        }
        assertThat(session.send("GET", "/api/v1/failures", "", FROM_ANOTHER_SITE)
                        .statusCode())
                .isEqualTo(401);
        assertThat(session.send("GET", "/sign-out", "", Map.of()).statusCode()).isEqualTo(405);
        assertThat(session.get("/index.xhtml").statusCode())
                .as("still signed in")
                .isEqualTo(200);
    }

    @Test
    void a_form_without_the_state_that_its_page_gave_does_nothing() throws Exception {
        PageSession session = PageSession.of(product, team, ANALYST);
        Map<String, String> target = Map.of(
                "add", "add",
                "add:severity", "LOW",
                "add:fromStage", "DETECTED",
                "add:toStage", "DEPLOYED",
                "add:amount", "7",
                "add:unit", "DAYS",
                "add:submit", "");
        long before = targets();

        session.post("/target/list.xhtml", target, FROM_OUR_PAGES);
        Map<String, String> guessed = new HashMap<>(target);
        guessed.put("jakarta.faces.ViewState", "-1234567890:9876543210");
        session.post("/target/list.xhtml", guessed, FROM_OUR_PAGES);

        assertThat(targets()).isEqualTo(before);
    }

    private static long targets() throws IOException, InterruptedException {
        return team.as(ANALYST).get("/api/v1/targets").expect(200).items().size();
    }

    @Test
    void a_page_of_another_site_cannot_post_with_the_cookie_of_the_browser() {
        try (Portal portal = new Portal(product);
                Visit visit = portal.visit()) {
            visit.signIn(team, OFFICER);
            visit.page()
                    .route(
                            "http://evil.example/**",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("text/html")
                                    .setBody("<form method=post action='" + product.base()
                                            + "/sign-out'><button>Win</button></form>")));
            visit.page().navigate("http://evil.example/");
            visit.press("Win");
            visit.page().waitForLoadState();

            visit.open("/failure/list.xhtml");

            assertThat(visit.title()).isEqualTo("Failures");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/a.xhtml",
                "///evil.example/a.xhtml",
                "https://evil.example/a.xhtml",
                "http:evil.example/a.xhtml",
                "/\\evil.example/a.xhtml",
                "\\\\evil.example/a.xhtml",
                "/%2Fevil.example/a.xhtml",
                "/..//evil.example/a.xhtml",
                "/index.xhtml@evil.example/a.xhtml",
                "javascript:alert(1)//.xhtml",
                "/index.xhtml\r\nSet-Cookie: planted=1",
                "/index.xhtml\r\n\r\n<script>alert(1)</script>.xhtml",
                "/sign-out"
            })
    void signing_in_leads_to_a_page_of_ours_whatever_the_link_said(String then) throws Exception {
        PageSession session = new PageSession(product);
        String page = SIGN_IN + "?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8);

        HttpResponse<String> answer = session.signIn(page, team.email(OFFICER), team.password(OFFICER));

        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .satisfiesAnyOf(
                        to -> assertThat(to).isEqualTo("/index.xhtml"),
                        to -> assertThat(to).isEqualTo(product.base() + "/index.xhtml"));
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("planted"));
    }

    @Test
    void signing_in_leads_to_the_page_that_was_asked_for() throws Exception {
        PageSession session = new PageSession(product);
        String to = session.get("/failure/list.xhtml?severity=HIGH")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        HttpResponse<String> answer = session.signIn(to, team.email(OFFICER), team.password(OFFICER));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/failure/list.xhtml?severity=HIGH");
    }
}
