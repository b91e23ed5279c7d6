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
import java.util.concurrent.CompletableFuture;
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
    private static final String WRONG = "a wrong password";

    /** Misses that are free; the next ones cost time. */
    private static final int FREE_MISSES = 5;

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
    void guessing_a_password_is_stopped_even_for_the_right_one_and_for_addresses_that_nobody_has() throws Exception {
        Team victim = new Team(product, OFFICER);
        for (String email : List.of(victim.email(OFFICER), UUID.randomUUID() + "@example.org")) {
            for (int i = 0; i < FREE_MISSES; i++) {
                assertThat(guess(email, WRONG)).contains("E-mail address or password is wrong.");
            }
            assertThat(guess(email, WRONG)).contains("Too many wrong attempts. Try again in");
        }
        assertThat(guess(victim.email(OFFICER), victim.password(OFFICER))).contains("Too many wrong attempts");
    }

    @Test
    void guesses_at_the_same_time_count_like_guesses_one_after_the_other() throws Exception {
        Team victim = new Team(product, OFFICER);
        String email = victim.email(OFFICER);
        List<CompletableFuture<String>> guesses = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return guess(email, WRONG);
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .limit(4 * FREE_MISSES)
                .toList();

        List<String> answers = guesses.stream().map(CompletableFuture::join).toList();

        assertThat(answers)
                .filteredOn(answer -> answer.contains("E-mail address or password is wrong."))
                .hasSizeBetween(1, FREE_MISSES);
        assertThat(guess(email, victim.password(OFFICER))).contains("Too many wrong attempts");
    }

    private static String guess(String email, String password) throws IOException, InterruptedException {
        return new PageSession(product).signIn(SIGN_IN, email, password).body();
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
    void the_cookie_is_for_no_script_and_no_other_site_and_private_pages_are_kept_nowhere() throws Exception {
        PageSession session = new PageSession(product);
        HttpResponse<String> first = session.get(SIGN_IN);

        assertThat(first.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("fixtrail_session=")
                        .containsIgnoringCase("; HttpOnly")
                        .containsIgnoringCase("; SameSite=Lax")
                        .doesNotContain("Domain="));
        session.signIn(SIGN_IN, team.email(OFFICER), team.password(OFFICER));
        for (String path : List.of("/index.xhtml", "/failure/list.xhtml", "/api/v1/failures", "/nothing.xhtml")) {
            HttpResponse<String> answer = session.get(path);
            assertThat(answer.headers().allValues("Cache-Control"))
                    .as(path)
                    .allMatch(value -> value.contains("no-store"))
                    .isNotEmpty();
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .isPresent();
            assertThat(answer.headers().firstValue("X-Powered-By")).as(path).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "PROPFIND", "DEBUG", "PATCH", "get", "FOO"})
    void other_methods_do_nothing(String method) throws Exception {
        for (String path :
                List.of("/index.xhtml", "/api/v1/failures", "/sign-out", SIGN_IN, "/metrics", "/health/live")) {
            RawAnswer answer = RawAnswer.to(product, method, path, "X-Echo: secret-that-comes-back");
            assertThat(answer.status())
                    .as(method + " " + path + ": " + answer)
                    .isBetween(300, 599)
                    .isNotEqualTo(500);
            assertThat(answer.text()).as(method + " " + path).doesNotContain("secret-that-comes-back", "\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/..;/index.xhtml",
                "/api/..;/api/v1/failures",
                "/health/../api/v1/failures",
                "/health/..;/api/v1/failures",
                "/health/%2e%2e/api/v1/failures",
                "/health/..%2fapi/v1/failures",
                "/health/;/../../api/v1/failures",
                "/operator/v1/..;/..;/api/v1/failures",
                "/openapi/../api/v1/failures",
                "/openapi;/../api/v1/failures",
                "/jakarta.faces.resource/../index.xhtml",
                "/jakarta.faces.resource/..;/index.xhtml",
                "/jakarta.faces.resource/%2e%2e/index.xhtml",
                "/jakarta.faces.resource/..%2findex.xhtml",
                "/jakarta.faces.resource/index.xhtml.xhtml",
                "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                "/jakarta.faces.resource/../WEB-INF/web.xml",
                "/sign-in.xhtml/../index.xhtml",
                "/sign-in.xhtml/..;/index.xhtml",
                "/sign-in.xhtml;/../index.xhtml",
                "/sign-in.xhtml/index.xhtml",
                "/sign-in.xhtml%2f..%2findex.xhtml",
                "/%61pi/v1/failures",
                "/API/v1/failures",
                "/api;x=y/v1/failures",
                "/api/v1;x=y/failures",
                "/api/v1/failures;x=y",
                "/api/v1/failures/",
                "/api//v1/failures",
                "//api/v1/failures",
                "/./api/v1/failures",
                "/a/../api/v1/failures",
                "/api%2fv1%2ffailures",
                "/api%5cv1%5cfailures",
                "/api\\v1\\failures",
                "/index.XHTML",
                "/index.xhtml;x=y",
                "/index.xhtml%00",
                "/index.xhtml%00.css",
                "/index.xhtml%20",
                "/index.xhtml/",
                "/index.xhtml/x.css",
                "/WEB-INF/web.xml",
                "/WEB-INF/template.xhtml",
                "/web-inf/web.xml",
                "/%57EB-INF/web.xml",
                "/.//WEB-INF/web.xml",
                "/sign-in.xhtml/..;/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/admin/people.xhtml;/sign-in.xhtml",
                "/metrics/../api/v1/failures",
                "http://127.0.0.1/api/v1/failures"
            })
    void no_other_spelling_of_a_path_gets_past_the_door(String path) throws Exception {
        RawAnswer answer = RawAnswer.to(product, "GET", path, "X-Forwarded-For: 127.0.0.1");

        assertThat(answer.text())
                .as(path)
                .doesNotContain(
                        "\"items\"",
                        "<web-app",
                        "ui:composition",
                        "ft-header",
                        "Manifest-Version",
                        "\tat ",
                        "Payara",
                        "GlassFish");
        assertThat(answer.status() == 200 && !answer.text().contains("Sign in"))
                .as(path + " answers " + answer)
                .isFalse();
        assertThat(answer.status()).as(path + " answers " + answer).isNotEqualTo(500);
    }

    @Test
    void errors_say_nothing_of_how_the_product_is_built() throws Exception {
        PageSession session = PageSession.of(product, team, OFFICER);
        for (String path : List.of(
                "/failure/show.xhtml?id=%3Cscript%3E",
                "/failure/show.xhtml",
                "/failure/list.xhtml?severity=WORST",
                "/nothing/at/all",
                "/nothing.xhtml",
                "/api/v1/failures/%00",
                "/api/v1/nothing",
                "/jakarta.faces.resource/nothing.css.xhtml?ln=fixtrail")) {
            HttpResponse<String> answer = session.get(path);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain("\tat ", "org.fixtrail", "Payara", "GlassFish", "<script>alert");
        }
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
