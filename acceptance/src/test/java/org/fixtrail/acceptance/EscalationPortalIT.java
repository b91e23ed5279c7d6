package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.ANALYST;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A missed deadline is acknowledged in the browser, stands in the calendar, and is fetched by a secret address. */
@ExtendWith(TheProduct.class)
class EscalationPortalIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static Product product;
    private static Team team;
    private static JsonNode clock;

    @BeforeAll
    static void a_target_is_missed(Product theProduct) throws Exception {
        product = theProduct;
        team = new Team(product, OFFICER, AUDITOR, ANALYST, ENGINEER);
        Map<String, Object> target = Map.of(
                "severity", "CRITICAL",
                "toStage", "DEPLOYED",
                "amount", 7,
                "unit", "DAYS",
                "validFrom", "2026-01-01T00:00:00Z");
        team.as(ANALYST).post("/api/v1/targets", target).expect(201);
        Walk.open(team, team.addSystem("Escalation"), "Wrong dose", "CRITICAL")
                .record(ENGINEER, "DETECTED", 20)
                .expect(201);
        clock = Await.until(
                "the breach",
                LIMIT,
                () -> team.as(AUDITOR).get("/api/v1/clocks?state=BREACHED").expect(200).items().stream()
                        .findFirst());
    }

    @Test
    void looking_acknowledges_nothing_and_the_button_does() throws Exception {
        String id = clock.path("id").asText();
        try (Portal portal = new Portal(product);
                Visit auditor = portal.visit();
                Visit analyst = portal.visit()) {
            auditor.signIn(team, AUDITOR);
            auditor.open("/escalation/acknowledge.xhtml?id=" + id);
            assertThat(auditor.page().textContent("main")).contains("Your roles do not let you acknowledge it.");

            analyst.signIn(team, ANALYST);
            analyst.open("/escalation/acknowledge.xhtml?id=" + id);
            assertThat(analyst.page().textContent("main"))
                    .contains("nobody has acknowledged it", "Told so far: up to Team");
            assertThat(news(id).has("ended")).isFalse();

            analyst.press("Acknowledge: I know of it");
            analyst.page().getByText("Acknowledged: it goes up no further.").waitFor();
            assertThat(news(id).path("ended").asText()).isEqualTo("ACKNOWLEDGED");
            analyst.open("/clock/list.xhtml");
            assertThat(analyst.page().textContent("main")).contains("acknowledged by");

            YearMonth month =
                    YearMonth.from(Instant.parse(clock.path("legalAt").asText()).atZone(ZoneId.of(Team.ZONE)));
            analyst.open("/clock/calendar.xhtml?month=" + month);
            analyst.link(clock.path("obligation").asText()).first().click();
            assertThat(analyst.page().textContent("main")).contains("Why it ends when it ends");
        }
    }

    @Test
    void a_secret_address_gives_the_calendar_until_it_is_revoked() throws Exception {
        try (Portal portal = new Portal(product);
                Visit auditor = portal.visit()) {
            auditor.signIn(team, AUDITOR);
            auditor.open("/account/mails.xhtml");
            auditor.press("Make an address");
            Locator shown = auditor.input("Secret address");
            shown.waitFor();
            URI address = product.base().resolve(URI.create(shown.inputValue()).getPath());

            HttpResponse<String> first = fetch(address, "");
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
            assertThat(first.headers().firstValue("Cache-Control")).contains("private, no-cache");
            assertThat(first.body().replace("\r\n ", ""))
                    .contains("UID:clock-" + clock.path("id").asText(), "Breached\\, deadline: ")
                    .doesNotContain("VIEW_RECORD");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(fetch(address, tag).statusCode()).isEqualTo(304);

            auditor.press("Revoke the address");
            auditor.press("Yes");
            auditor.page().getByText("The address is revoked").waitFor();
            HttpResponse<String> gone = fetch(address, tag);
            HttpResponse<String> unknown = fetch(product.base().resolve("/calendar/" + "A".repeat(43) + ".ics"), "");
            assertThat(List.of(gone.statusCode(), unknown.statusCode())).containsOnly(404);
            assertThat(gone.body()).isEqualTo(unknown.body());
            assertThat(product.printed()).doesNotContain(address.getPath());
        }
    }

    private static HttpResponse<String> fetch(URI address, String known) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("If-None-Match", known.isEmpty() ? "\"none\"" : known)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static JsonNode news(String clockId) throws Exception {
        return team.as(AUDITOR)
                .get("/api/v1/clocks/" + clockId + "/acknowledgements")
                .expect(200)
                .items()
                .get(0);
    }
}
