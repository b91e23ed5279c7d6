package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.ANALYST;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An officer prepares the report of a legal clock in the browser, records it with its document, and people comment on it. */
@ExtendWith(TheProduct.class)
class ReportPortalIT {
    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final byte[] LETTER = "%PDF-1.7 as it was sent".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_report_is_prepared_recorded_with_its_document_and_commented_on(Product product) throws Exception {
        Team team = new Team(product, OFFICER, ANALYST, ENGINEER, AUDITOR);
        String clock = legalClock(team);
        try (Portal portal = new Portal(product);
                Visit officer = portal.visit();
                Visit auditor = portal.visit()) {
            officer.signIn(team, OFFICER);
            officer.open("/clock/show.xhtml?id=" + clock);
            assertThat(officer.page().locator("#prepare").innerText())
                    .contains("DRAFT TEMPLATE v1.0.0", "fields are to be filled in");
            assertThat(bytes(download(officer, "Initial, PDF")))
                    .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
            assertThat(download(officer, "Initial, DOCX").suggestedFilename()).endsWith(".docx");

            officer.input("When it went out")
                    .fill(INPUT.format(LocalDateTime.now(ZoneId.of(Team.ZONE)).minusMinutes(1)));
            officer.input("Documents that were handed in")
                    .setInputFiles(new FilePayload("Bericht für BNetzA.pdf", "application/pdf", LETTER));
            officer.press("Record the report");
            officer.page()
                    .getByText("The report is recorded, and the clocks follow it.")
                    .waitFor();
            assertThat(bytes(download(officer, officer.link("Bericht für BNetzA.pdf"))))
                    .isEqualTo(LETTER);

            exact(officer, "Comment").fill("Called back.\n<b>They have it.</b>");
            officer.press("Comment");
            officer.page().getByText("The comment is recorded.").waitFor();
            assertThat(comments(officer)).contains("OFFICER", "<b>They have it.</b>");

            auditor.signIn(team, AUDITOR);
            auditor.open("/clock/show.xhtml?id=" + clock);
            assertThat(comments(auditor)).contains("They have it.").doesNotContain("Take back");
            assertThat(bytes(download(auditor, auditor.link("Bericht für BNetzA.pdf"))))
                    .isEqualTo(LETTER);

            officer.input("Why a comment of yours is taken back").fill("it was another authority");
            officer.page()
                    .locator("#comments")
                    .getByText("Take back", exactText())
                    .click();
            officer.page().getByText("The comment is taken back.").waitFor();
            assertThat(comments(officer)).contains("taken back", "it was another authority", "They have it.");
        }
    }

    @Test
    void the_api_prepares_attaches_and_comments_and_refuses_what_is_wrong(Product product) throws Exception {
        Team team = new Team(product, OFFICER, ANALYST, ENGINEER, AUDITOR);
        String clock = legalClock(team);
        Api officer = team.as(OFFICER);
        String prepared = "/api/v1/reports/prepared/" + clock;
        JsonNode report = team.as(AUDITOR).get(prepared).expect(200).json();
        assertThat(report.path("template").path("mark").asText()).contains("Not final");
        assertThat(report.path("openFields").asInt()).isPositive();
        assertThat(officer.get(prepared + "?format=pdf&kind=final").expect(200).status())
                .isEqualTo(200);
        officer.get(prepared + "?format=odt").expect(422);

        String comment = officer.post("/api/v1/comments", Map.of("clock", clock, "text", "noted"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        String documents = "/api/v1/comments/" + comment + "/documents";
        String document = officer.postDocument(documents, "note.txt", "text/plain", "words")
                .expect(201)
                .json()
                .path("id")
                .asText();
        assertThat(officer.get("/api/v1/documents/" + document + "/content")
                        .expect(200)
                        .text())
                .isEqualTo("words");
        officer.postDocument(documents, "a.pdf", "application/pdf", "no pdf").expect(422);
        officer.postDocument(documents, "large.bin", "application/octet-stream", "x".repeat(22 << 20))
                .expect(413);
        team.as(ANALYST).postDocument(documents, "b.txt", "text/plain", "x").expect(409);
        team.as(AUDITOR)
                .post("/api/v1/comments", Map.of("clock", clock, "text", "I think"))
                .expect(403);
        officer.post("/api/v1/comments", Map.of("text", "about nothing")).expect(422);
        assertThat(officer.get("/api/v1/comments?clock=" + clock).expect(200).items())
                .hasSize(1);
    }

    /** The one that a death starts. */
    private static String legalClock(Team team) throws Exception {
        Walk walk = Walk.open(team, team.addSystem("Reported"), "Wrong dose", "CRITICAL");
        walk.record(ENGINEER, "DETECTED", 3).expect(201);
        Map<String, Object> answers = Map.of(
                "answers",
                Map.of("death", true, "provider", true, "high_risk", true),
                "jurisdictions",
                List.of("DE"),
                "reason",
                "mail of the hospital");
        String triage = "/api/v1/triage/failures/" + walk.id();
        team.as(OFFICER).put(triage, answers).expect(200);
        return StreamSupport.stream(
                        team.as(OFFICER)
                                .get(triage)
                                .expect(200)
                                .json()
                                .path("rules")
                                .spliterator(),
                        false)
                .filter(rule -> rule.path("rule").asText().equals("AIA-73-4"))
                .findFirst()
                .orElseThrow()
                .path("clock")
                .asText();
    }

    private static Download download(Visit visit, String title) {
        return download(visit, visit.page().getByTitle(title, new Page.GetByTitleOptions().setExact(true)));
    }

    private static Download download(Visit visit, Locator link) {
        return visit.page().waitForDownload(link::click);
    }

    private static byte[] bytes(Download download) throws Exception {
        try (InputStream in = download.createReadStream()) {
            return in.readAllBytes();
        }
    }

    private static Locator exact(Visit visit, String label) {
        return visit.page().locator("#comments").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static Locator.GetByTextOptions exactText() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static String comments(Visit visit) {
        return visit.page().locator("#comments").innerText();
    }
}
