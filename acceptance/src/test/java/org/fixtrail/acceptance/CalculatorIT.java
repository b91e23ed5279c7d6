package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.ANALYST;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody asks when a legal deadline ends, and sees why. */
@ExtendWith(TheProduct.class)
class CalculatorIT {
    @Test
    void the_page_tells_three_ends_and_the_provision_behind_each_step(Product product) throws Exception {
        Team team = new Team(product, ANALYST);
        try (Portal portal = new Portal(product);
                Visit visit = portal.visit()) {
            visit.signIn(team, ANALYST);
            visit.open("/clock/list.xhtml");
            visit.link("Deadline calculator").click();
            Page page = visit.page();
            page.selectOption("#rule", "AIA-73-3");
            page.fill("#start", "2026-11-20T09:00");
            page.fill("#zone", "Europe/Berlin");
            page.selectOption("#calendar", "DE");
            visit.press("Calculate");

            assertThat(page.locator("main table tbody tr").allInnerTexts())
                    .satisfiesExactly(
                            strict -> assertThat(strict).contains("Sunday 22 November 2026", "09:00"),
                            rolled -> assertThat(rolled).contains("Monday 23 November 2026", "24:00"),
                            legal -> assertThat(legal).contains("Tuesday 24 November 2026", "24:00"));
            assertThat(page.locator("main ol li").last().innerText()).contains("Article 3(5)", "at least two");

            page.fill("#zone", "Mars/Olympus");
            visit.press("Calculate");
            assertThat(page.textContent("main")).contains("must be a time zone like Europe/Berlin");
        }
    }

    @Test
    void the_api_answers_the_same_and_says_what_is_wrong(Product product) throws Exception {
        Team team = new Team(product, ANALYST);

        JsonNode limit = team.as(ANALYST)
                .get(
                        "/api/v1/clocks/preview?length=15&unit=d&counting=eu1182&start=2026-12-17T09:00&zone=Europe/Berlin&calendar=DE")
                .expect(200)
                .json()
                .path("limits")
                .path(0);

        assertThat(limit.path("strictDay").asText()).isEqualTo("2027-01-01");
        assertThat(limit.path("legalDay").asText()).isEqualTo("2027-01-04");
        team.as(ANALYST)
                .get("/api/v1/clocks/preview?rule=AIA-73-99&start=2026-12-17T09:00&zone=Europe/Berlin&calendar=DE")
                .expect(422);
    }
}
