package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.ANALYST;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An officer answers the questions on a failure in the browser, sees the clocks, and records the report that meets one. */
@ExtendWith(TheProduct.class)
class TriagePortalIT {
    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    @Test
    void answers_start_clocks_a_second_person_takes_one_away_and_a_report_meets_one(Product product) throws Exception {
        Team team = new Team(product, OFFICER, ANALYST, ENGINEER);
        Walk walk = Walk.open(team, team.addSystem("Triage"), "Wrong dose", "CRITICAL");
        walk.record(ENGINEER, "DETECTED", 3).expect(201);
        try (Portal portal = new Portal(product);
                Visit officer = portal.visit();
                Visit analyst = portal.visit()) {
            officer.signIn(team, OFFICER);
            officer.open("/failure/show.xhtml?id=" + walk.id());
            officer.link("Legal triage").click();
            assertThat(officer.page().textContent("main")).contains("no legal clock runs");
            answer(officer, "Has a person died?", "Yes");
            answer(officer, "Are you its provider?", "Yes");
            answer(officer, "Is it a high-risk AI system (Article 6)?", "Yes");
            officer.page()
                    .getByLabel("Germany", new Page.GetByLabelOptions().setExact(true))
                    .first()
                    .check();
            officer.press("Show what would follow");
            officer.page().getByText("This is what would follow").waitFor();
            assertThat(outcome(officer)).contains("AIA-73-4", "AIA-73-2", "not yet");

            officer.input("Why are these answers given or changed?").fill("mail of the hospital");
            officer.press("Record the answers");
            officer.page()
                    .getByText("The answers are recorded, and the clocks follow them.")
                    .waitFor();
            assertThat(outcome(officer)).contains("AIA-73-4 governs: it ends first", "Running");

            answer(officer, "Has a person died?", "No");
            officer.input("Why are these answers given or changed?").fill("the person is alive");
            officer.press("Record the answers");
            officer.page().getByText("Answers wait for a second person.").waitFor();
            assertThat(outcome(officer)).contains("Running");
            assertThat(officer.actions()).doesNotContain("Confirm these answers");

            analyst.signIn(team, ANALYST);
            analyst.open("/failure/triage.xhtml?id=" + walk.id());
            analyst.input("Why they are declined, if they are").fill("the hospital says otherwise");
            analyst.press("Decline them");
            analyst.page().getByText("Declined.").waitFor();

            officer.open("/failure/show.xhtml?id=" + walk.id());
            officer.link("AIA-73-4: Serious incident with a death").click();
            assertThat(officer.page().textContent("main"))
                    .contains("the detection on record", "Death of a person: yes", "Germany", "Article 73(4)");
            officer.input("When it went out")
                    .fill(INPUT.format(LocalDateTime.now(ZoneId.of(Team.ZONE)).minusMinutes(5)));
            officer.input("Reference").fill("AZ 17");
            officer.press("Record the report");
            officer.page()
                    .getByText("The report is recorded, and the clocks follow it.")
                    .waitFor();
            assertThat(officer.page().locator(".ft-marks").innerText()).contains("Met");
            assertThat(officer.page().textContent("main")).contains("AZ 17");
        }
    }

    private static void answer(Visit visit, String question, String answer) {
        visit.page()
                .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(question))
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    private static String outcome(Visit visit) {
        return visit.page().locator("#outcome").innerText();
    }
}
