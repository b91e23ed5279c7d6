package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.ADMINISTRATOR;
import static org.fixtrail.acceptance.Team.Member.ANALYST;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The usual attacks, each tried on the running product. */
@ExtendWith(TheProduct.class)
class AttackIT {
    private static final String SIGN_IN = "/sign-in.xhtml";
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
        return rule.path().endsWith("/ledger/check") || rule.path().endsWith("/confirmation");
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
