package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An officer looks at the year's figures, keeps a management review in the browser and closes it; an auditor reads it. */
@ExtendWith(TheProduct.class)
class ReviewPortalIT {
    @Test
    void the_figures_become_the_inputs_of_a_review_that_is_closed_and_superseded(Product product) throws Exception {
        Team team = new Team(product, OFFICER, AUDITOR, ENGINEER);
        Walk walk = Walk.open(team, team.addSystem("Reviewed"), "Wrong dose", "CRITICAL");
        walk.record(ENGINEER, "DETECTED", 3).expect(201);
        try (Portal portal = new Portal(product);
                Visit officer = portal.visit();
                Visit auditor = portal.visit()) {
            officer.signIn(team, OFFICER);
            officer.open("/figure/show.xhtml");
            assertThat(officer.page()
                            .locator("section[aria-labelledby=figures-kinds]")
                            .innerText())
                    .contains("Incidents by kind", "100 %", "1 of 1");
            assertThat(officer.page()
                            .locator("section[aria-labelledby=figures-resolution]")
                            .innerText())
                    .contains("not reached", "no data");

            officer.open("/review/list.xhtml");
            officer.press("Begin the review");
            officer.page()
                    .getByText("The review has begun; its inputs are frozen.")
                    .waitFor();
            officer.input("Participants, one on each line").fill("C. Chair\nO. Officer");
            officer.press("Add a decision");
            Locator decision = officer.page().locator(".ft-entry");
            decision.waitFor();
            decision.getByLabel("Decision 1").first().fill("Retrain each quarter");
            decision.getByLabel("Owner").fill("B. Builder");
            decision.getByLabel("Due").fill("2030-01-01");
            officer.press("Record it");
            officer.page().getByText("What you entered is on record.").waitFor();
            officer.press("Close the review");
            officer.press("Yes, close it");
            officer.page().getByText("The review is closed, with your name.").waitFor();
            officer.press("Compute them again");
            officer.page()
                    .getByText("Computed again: the record gives the same figures.")
                    .waitFor();
            String id = officer.page().url().replaceAll(".*id=", "");

            auditor.signIn(team, AUDITOR);
            auditor.open("/review/show.xhtml?id=" + id);
            assertThat(auditor.page().textContent("main"))
                    .contains("Closed by", "Retrain each quarter", "To do", "C. Chair");
            assertThat(auditor.page().locator("#enter").count()).isZero();
            JsonNode review =
                    team.as(AUDITOR).get("/api/v1/reviews/" + id).expect(200).json();
            assertThat(review.path("closed").asBoolean()).isTrue();
            assertThat(review.path("entries").size()).isEqualTo(3);
        }
    }
}
