package org.fixtrail.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.ANALYST;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.BOTH;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;
import static org.fixtrail.acceptance.Team.Member.REVIEWER;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fixtrail.acceptance.Team.Member;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One failure from its opening to the proof of its fix, in the browser alone: each step by the form that the person whose
 * part it is finds there. All of it lies days back, entered late with a reason.
 */
@ExtendWith(TheProduct.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifecyclePortalIT {
    private static final String TITLE = "Emergencies are missed";
    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private static final Map<Member, Visit> VISITS = new EnumMap<>(Member.class);

    private static Portal portal;
    private static String failure = "";

    /** Today's, from which days are counted back: noon happens once on each day, whatever the clocks do in the night. */
    private static ZonedDateTime noon = Instant.EPOCH.atZone(ZoneId.of(Team.ZONE));

    @BeforeAll
    static void everybody_signs_in(Product product) throws IOException, InterruptedException {
        noon = ZonedDateTime.now(noon.getZone()).with(LocalTime.NOON);
        portal = new Portal(product);
        List<Member> members = List.of(OFFICER, AUDITOR, ANALYST, ENGINEER, BOTH, REVIEWER);
        Team team = new Team(product, members.toArray(Member[]::new));
        team.addSystem("Assistant");
        for (Member member : members) {
            Visit visit = portal.visit();
            visit.signIn(team, member);
            VISITS.put(member, visit);
        }
    }

    @AfterAll
    static void the_browser_ends() {
        portal.close();
    }

    @Test
    @Order(1)
    void the_risk_analyst_opens_the_failure() {
        Visit analyst = visit(ANALYST);
        analyst.open("/failure/new.xhtml");
        choose(analyst, "AI system", "Assistant");
        fill(analyst, "Title", TITLE);
        choose(analyst, "Severity", "Critical");
        choose(analyst, "Mistake category", "Escalation failure");
        choose(analyst, "Kind", "Incident");
        fill(analyst, "When did it happen for the first time?", daysAgo(30));
        analyst.press("Open the failure");
        analyst.page().waitForURL("**/failure/show.xhtml?id=*");

        assertThat(analyst.title()).isEqualTo(TITLE);
        URI shown = URI.create(analyst.page().url());
        failure = shown.getRawPath() + "?" + shown.getRawQuery();
    }

    @Test
    @Order(2)
    void the_risk_analyst_records_the_detection_which_the_reviewer_may_not() {
        assertThat(actions(REVIEWER)).isEmpty();

        form(ANALYST, "Detected", 20);
        choose(visit(ANALYST), "Source of detection", "OUTSIDE_REPORT");
        record(ANALYST, "Detected is recorded.");

        assertThat(actions(ANALYST)).doesNotContain("Record: Analysed");
    }

    @Test
    @Order(3)
    void the_engineer_analyses_decides_and_builds() {
        form(ENGINEER, "Analysed", 18);
        fill(visit(ENGINEER), "Root cause", "Too few cases of this kind");
        choose(visit(ENGINEER), "Mistake category", "Escalation failure");
        fill(visit(ENGINEER), "People", "An engineer\nA physician");
        record(ENGINEER, "Analysed is recorded.");

        form(ENGINEER, "Decided", 16);
        decide(visit(ENGINEER));
        record(ENGINEER, "Decided is recorded.");

        form(ENGINEER, "Curated", 15);
        fill(visit(ENGINEER), "Reference", "data set 12");
        record(ENGINEER, "Curated is recorded.");

        form(ENGINEER, "Retrained", 14);
        fill(visit(ENGINEER), "Version that carries the fix", "2");
        record(ENGINEER, "Retrained is recorded.");
    }

    private static void decide(Visit visit) {
        choose(visit, "Remedy", "Fine-tuning");
        fill(visit, "Owner", "The team");
        fill(visit, "Target date", noon.toLocalDate().toString());
        fill(visit, "Metric, row 1", "recall");
        choose(visit, "Comparison, row 1", "at least");
        fill(visit, "Value, row 1", "0.95");
        fill(visit, "Observation window in days", "3");
        fill(visit, "Interactions that the window must see", "10000");
        fill(visit, "Failure rate to stay below", "0.001");
    }

    @Test
    @Order(4)
    void a_result_below_the_threshold_is_said_to_be_a_failed_validation() {
        form(ENGINEER, "Validated", 13);
        results(visit(ENGINEER), "0.94");
        record(ENGINEER, "The results miss a threshold, so this is recorded as a failed validation.");

        assertThat(stages(ENGINEER)).containsPattern("Validated\\s+not reached");
        assertThat(actions(REVIEWER)).doesNotContain("Record: Reviewed");
    }

    @Test
    @Order(5)
    void a_result_that_meets_it_waits_for_the_reviewer_whom_the_engineer_is_not() {
        form(BOTH, "Validated", 12);
        results(visit(BOTH), "0.97");
        record(BOTH, "Validated is recorded.");

        assertThat(actions(ENGINEER)).doesNotContain("Record: Reviewed");
        assertThat(actions(OFFICER)).doesNotContain("Record: Reviewed");
        assertThat(actions(REVIEWER)).contains("Record: Reviewed");
        visit(ENGINEER).open(failure.replace("show.xhtml", "record.xhtml") + "&stage=REVIEWED");
        assertThat(visit(ENGINEER).hasHeading("You may not see this")).isTrue();
    }

    @Test
    @Order(6)
    void who_built_the_fix_is_told_why_somebody_else_must_review_it() {
        form(BOTH, "Reviewed", 11);
        fill(visit(BOTH), "Conclusion", "I did well");
        visit(BOTH).press("Record");

        assertThat(refusal(BOTH))
                .hasText("Not recorded. You recorded Validated in this cycle: somebody else must review the fix.");
    }

    @Test
    @Order(7)
    void the_reviewer_reviews_and_the_engineer_deploys() {
        form(REVIEWER, "Reviewed", 11);
        fill(visit(REVIEWER), "Conclusion", "The fix does what it should");
        record(REVIEWER, "Reviewed is recorded.");

        form(ENGINEER, "Deployed", 10);
        assertThat(visit(ENGINEER).input("Version")).hasValue("2");
        record(ENGINEER, "Deployed is recorded.");

        assertThat(actions(ENGINEER)).doesNotContain("Record: Verified");
    }

    @Test
    @Order(8)
    void the_officer_proves_it_once_the_window_has_seen_enough() {
        form(OFFICER, "Verified", 6);
        fill(visit(OFFICER), "Interactions in the window", "9999");
        visit(OFFICER).press("Record");
        assertThat(refusal(OFFICER))
                .hasText("Not recorded. Not verifiable: the window saw 9999 interactions, 10000 are needed.");

        fill(visit(OFFICER), "Interactions in the window", "100000");
        record(OFFICER, "Verified is recorded.");
    }

    @Test
    @Order(9)
    void the_auditor_reads_that_it_is_verified_and_how_long_it_took_and_finds_nothing_to_do() {
        assertThat(actions(AUDITOR)).isEmpty();

        assertThat(visit(AUDITOR).page().locator(".ft-marks")).containsText("Verified");
        assertThat(lag("Adaptation lag")).containsText(length(20, 10) + " over");
        assertThat(lag("Verification lag")).containsText(length(10, 6) + " over");
        assertThat(visit(AUDITOR)
                        .page()
                        .locator(".ft-trail h3 > span:first-child")
                        .allInnerTexts())
                .containsExactly(
                        "Verified",
                        "Deployed",
                        "Reviewed",
                        "Validated",
                        "Validation failed",
                        "Retrained",
                        "Curated",
                        "Decided",
                        "Analysed",
                        "Detected",
                        "Emerged");
    }

    /** Opens the failure as somebody and answers what is offered there. */
    private static List<String> actions(Member who) {
        visit(who).open(failure);
        assertThat(visit(who).title()).isEqualTo(TITLE);
        return visit(who).actions();
    }

    /** Opens the failure, takes the link to the stage's form and says when it happened. */
    private static void form(Member who, String stage, int daysAgo) {
        assertThat(actions(who)).contains("Record: " + stage);
        Visit visit = visit(who);
        visit.link("Record: " + stage).click();
        fill(visit, "When did it happen?", daysAgo(daysAgo));
        fill(visit, "Why is it entered late?", Walk.LATE);
    }

    /** Sends the form and reads what the failure's page then says. */
    private static void record(Member who, String said) {
        Visit visit = visit(who);
        visit.press("Record");
        assertThat(visit.page().locator(".ft-said")).hasText(said);
        assertThat(visit.title()).isEqualTo(TITLE);
    }

    private static void results(Visit visit, String fixed) {
        fill(visit, "Affected version, row 1", "0.48");
        fill(visit, "Fixed version, row 1", fixed);
        fill(visit, "Reproducing cases", "100");
        fill(visit, "Failed on the affected version", "52");
        fill(visit, "Passed on the fixed version", "99");
    }

    private static String stages(Member who) {
        return visit(who).page().locator(".ft-stages").innerText();
    }

    private static Locator refusal(Member who) {
        return visit(who).page().locator("[role=alert]");
    }

    private static Locator lag(String name) {
        return visit(AUDITOR)
                .page()
                .locator("section[aria-labelledby=lag-heading] tr")
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void fill(Visit visit, String label, String text) {
        visit.input(label).fill(text);
    }

    private static void choose(Visit visit, String label, String option) {
        visit.input(label).selectOption(option);
    }

    private static Visit visit(Member who) {
        return requireNonNull(VISITS.get(who));
    }

    private static String daysAgo(int days) {
        return INPUT.format(noon.minusDays(days));
    }

    /** As the page writes it; a change of the clocks in between takes an hour or gives one. */
    private static String length(int fromDaysAgo, int toDaysAgo) {
        Duration length = Duration.between(noon.minusDays(fromDaysAgo), noon.minusDays(toDaysAgo));
        return length.toDays() + " d " + length.toHoursPart() + " h";
    }
}
