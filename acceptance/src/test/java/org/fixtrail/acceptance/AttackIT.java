package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.ADMINISTRATOR;
import static org.fixtrail.acceptance.Team.Member.ANALYST;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The usual attacks, each tried on the running product. */
@ExtendWith(TheProduct.class)
class AttackIT {
    private static final String SIGN_IN = "/sign-in.xhtml";
    private static final Map<String, String> FROM_ANOTHER_SITE = Map.of("Sec-Fetch-Site", "cross-site");
    private static final Map<String, String> FROM_OUR_PAGES = Map.of("Sec-Fetch-Site", "same-origin");

    private static Product product;
    private static Team team;
    private static String system;

    @BeforeAll
    static void a_team(Product theProduct) throws Exception {
        product = theProduct;
        team = new Team(product, OFFICER, ENGINEER, ANALYST, ADMINISTRATOR);
        system = team.addSystem("Attacked");
    }

    @Test
    void a_session_known_before_the_sign_in_is_worth_nothing_after_it() throws Exception {
        PageSession session = new PageSession(product);
        session.get(SIGN_IN);
        String planted = session.id().orElseThrow();

        assertThat(session.signIn(SIGN_IN, team.email(OFFICER), team.password(OFFICER))
                        .statusCode())
                .isBetween(300, 399);

        assertThat(session.id()).isPresent().get().isNotEqualTo(planted);
        assertThat(session.get("/index.xhtml").statusCode()).isEqualTo(200);
        Api attacker = new Api(product.base(), Map.of("Cookie", "fixtrail_session=" + planted));
        assertThat(attacker.get("/index.xhtml").status()).isEqualTo(303);
        assertThat(attacker.get("/api/v1/failures").status()).isEqualTo(401);
        assertThat(product.api()
                        .get("/index.xhtml;fixtrail_session=" + session.id().get() + ";jsessionid="
                                + session.id().get())
                        .status())
                .as("a session in the address")
                .isNotEqualTo(200);
    }

    @Test
    void a_session_that_was_signed_out_is_over() throws Exception {
        PageSession session = PageSession.of(product, team, OFFICER);
        Api idAlone = new Api(
                product.base(),
                Map.of("Cookie", "fixtrail_session=" + session.id().orElseThrow()));
        assertThat(idAlone.get("/index.xhtml").status())
                .as("an id that was guessed is worth nothing")
                .isEqualTo(303);
        session = PageSession.of(product, team, OFFICER);
        Api copy = new Api(product.base(), Map.of("Cookie", session.cookies()));
        assertThat(copy.get("/index.xhtml").status()).isEqualTo(200);

        session.send("POST", "/sign-out", "x=1", FROM_OUR_PAGES);

        assertThat(copy.get("/index.xhtml").status()).isEqualTo(303);
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

    @Test
    void no_line_break_of_a_request_begins_a_header_of_the_answer() throws Exception {
        String broken = "x%0d%0aX-Planted:%201%0d%0aSet-Cookie:%20planted=1";
        PageSession session = PageSession.of(product, team, OFFICER);
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (String path : List.of(
                "/failure/list.xhtml?text=" + broken,
                "/failure/show.xhtml?id=" + broken,
                "/" + broken,
                "/" + broken + ".xhtml",
                "/index.xhtml?system=" + broken,
                "/jakarta.faces.resource/" + broken,
                "/jakarta.faces.resource/style.css.xhtml?ln=" + broken,
                "/api/v1/failures/" + broken,
                "/api/v1/failures?sort=" + broken,
                "/api/v1/packs/" + broken + "/file",
                "/sign-in.xhtml?then=" + broken)) {
            answers.add(session.get(path));
            answers.add(new PageSession(product).get(path));
        }

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.headers().firstValue("X-Planted")).isEmpty();
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("planted"));
            assertThat(answer.statusCode()).as(answer.uri().toString()).isLessThan(500);
        });
    }

    @Test
    void a_file_name_with_line_breaks_and_quotes_stays_a_name() throws Exception {
        String form =
                "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a\\\"\\r\\nX: 1;../../b.csv\"\r\n\r\n"
                        + "id\n1\n\r\n--b\r\nContent-Disposition: form-data; name=\"mapping\"; filename=\"m\"\r\n\r\nx: 1\r\n--b--\r\n";

        Answer answer = team.as(OFFICER).post("/api/v1/imports", "multipart/form-data; boundary=b", form);

        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
    }

    /** Names that rows have and that no sender may set, added to each body of the API. */
    @Test
    void fields_that_are_the_servers_own_are_refused_in_every_body() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (AccessRule rule : AccessRule.all()) {
            boolean takesJson = rule.isOfApi()
                    && rule.contentType().equals("application/json")
                    && List.of("POST", "PUT").contains(rule.method());
            for (String field :
                    List.of("organisationId", "recordedAt", "actor", "leaf", "roles", "permissions", "status")) {
                if (takesJson && !isEmptyPost(rule)) {
                    String given = rule.body().strip();
                    String body = "{\"" + field + "\":\"" + UUID.randomUUID() + "\""
                            + (given.equals("{}") ? "}" : "," + given.substring(1));
                    Answer answer = team.as(memberFor(rule))
                            .send(
                                    rule.method(),
                                    Belongings.nothing().in(rule.path()),
                                    "application/json",
                                    body.getBytes(StandardCharsets.UTF_8));
                    if (answer.status() != 400) {
                        wrong.add(rule + " with " + field + ": " + answer);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Takes no body at all. */
    private static boolean isEmptyPost(AccessRule rule) {
        return rule.path().endsWith("/ledger/check");
    }

    private static Team.Member memberFor(AccessRule rule) {
        return Stream.of(OFFICER, ENGINEER, ANALYST, ADMINISTRATOR)
                .filter(member -> rule.admits(Role.valueOf(member.role()).permissions()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_id_that_is_sent_along_is_not_taken() throws Exception {
        String chosen = UUID.randomUUID().toString();

        String id = team.as(ANALYST)
                .post(
                        "/api/v1/targets",
                        Map.of("id", chosen, "severity", "LOW", "toStage", "DEPLOYED", "amount", 90, "unit", "DAYS"))
                .expect(201)
                .json()
                .path("id")
                .asText();

        assertThat(id).isNotEqualTo(chosen);
    }

    @Test
    void a_key_of_one_system_does_nothing_for_another() throws Exception {
        String other = team.addSystem("Other");
        Walk walk = Walk.open(team, other, "Of the other system", "LOW");
        String pipeline = team.as(ADMINISTRATOR)
                .post("/api/v1/keys", Map.of("kind", "PIPELINE", "systemId", system, "label", "Pipeline"))
                .expect(201)
                .json()
                .path("secret")
                .asText();
        Map<String, Object> curated = Map.of("stage", "CURATED", "details", Map.of("reference", "x"));

        Answer answer = product.api().as(pipeline).post("/api/v1/failures/" + walk.id() + "/transitions", curated);

        assertThat(answer.status()).as(answer.toString()).isIn(403, 404);
    }
}
