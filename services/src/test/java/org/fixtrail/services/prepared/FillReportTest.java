package org.fixtrail.services.prepared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.StartEvent;
import org.fixtrail.services.prepared.PreparedReport.Item;
import org.fixtrail.services.prepared.PreparedReport.State;
import org.fixtrail.services.prepared.PreparedReport.Tick;
import org.fixtrail.services.prepared.PreparedReport.TickedBox;
import org.junit.jupiter.api.Test;

class FillReportTest {
    @Test
    void the_fields_of_the_draft_template_are_filled_from_the_record() {
        PreparedReport report = ReportScene.ofProvider(Fact.DEATH)
                .said("Proposes ten times the dose.", "3.1")
                .moment(StartEvent.AWARE_REPORTABLE, "2026-11-20T09:00:00Z")
                .reached(Stage.EMERGED, "2026-11-18T10:00:00Z", Map.of())
                .reached(Stage.DETECTED, "2026-11-19T23:30:00Z", Map.of("source", "USER_REPORT"))
                .reached(Stage.CONTAINED, "2026-11-20T10:00:00Z", Map.of("measure", "switched off"))
                .prepared();

        assertThat(report.template().id()).isEqualTo("AIA-73-DRAFT");
        assertThat(report.template().mark()).contains("DRAFT", "v1.0.0", "Not final");
        assertThat(item(report, "Country").values()).containsExactly("Germany");
        assertThat(item(report, "Detection date and time").values()).containsExactly("2026-11-20 00:30 +01:00");
        assertThat(item(report, "Date of awareness of reportability").values())
                .containsExactly("2026-11-20 10:00 +01:00 (as the minutes say)");
        assertThat(item(report, "Provider").values()).containsExactly("Clinic AG");
        assertThat(item(report, "Software version").values()).containsExactly("3.1");
        assertThat(item(report, "Remedial actions").values()).containsExactly("2026-11-20 11:00 +01:00: switched off");
        assertThat(item(report, "Name").state()).isEqualTo(State.FILLED);
        assertThat(item(report, "Narrative: what went wrong").state()).isEqualTo(State.PARTLY);
        assertThat(item(report, "Class").boxes())
                .contains(new TickedBox("death", Tick.YES), new TickedBox("property", Tick.OPEN));
    }

    @Test
    void what_the_record_does_not_hold_is_a_gap_that_says_what_to_do() {
        PreparedReport report = ReportScene.ofProvider(Fact.DEATH).prepared();

        assertThat(report.gaps())
                .extracting(Item::label)
                .contains("EU database id", "Detection date and time", "Authorised representative");
        assertThat(report.gaps()).allSatisfy(gap -> assertThat(gap.toDo()).isNotBlank());
        assertThat(item(report, "Detection date and time").toDo()).isEqualTo("Record the detection of the failure.");
        assertThat(item(report, "Name").toDo()).isEmpty();
    }

    /** Awareness of the incident is no awareness of its reportability, though clocks let one stand for another. */
    @Test
    void no_moment_stands_in_for_another_in_a_report() {
        PreparedReport report = ReportScene.ofProvider(Fact.DEATH).prepared();

        assertThat(item(report, "Date of awareness of reportability").state()).isEqualTo(State.GAP);
    }

    @Test
    void the_root_cause_may_wait_until_the_final_report() {
        Item initial = item(ReportScene.ofProvider(Fact.DEATH).prepared(), "Root cause");

        assertThat(initial.state()).isEqualTo(State.GAP);
        assertThat(initial.mayWait(ReportKind.INITIAL)).isTrue();
        assertThat(initial.mayWait(ReportKind.FINAL)).isFalse();
        assertThat(initial.mayWait(ReportKind.COMBINED)).isFalse();
    }

    @Test
    void a_class_that_the_record_does_not_tell_apart_is_left_to_people() {
        PreparedReport report =
                ReportScene.ofProvider(Fact.CRITICAL_INFRASTRUCTURE).prepared();

        Item classes = item(report, "Class");
        assertThat(classes.state()).isEqualTo(State.PARTLY);
        assertThat(classes.boxes())
                .contains(
                        new TickedBox("infrastructure management", Tick.DECIDE),
                        new TickedBox("infrastructure operation", Tick.DECIDE));
    }

    @Test
    void names_of_people_and_internal_notes_stay_out_of_the_report() {
        PreparedReport report = ReportScene.ofProvider(Fact.DEATH)
                .reached(
                        Stage.ANALYSED,
                        "2026-11-20T10:00:00Z",
                        Map.of(
                                "rootCause",
                                "decimal point lost",
                                "category",
                                "FACTUAL_ERROR",
                                "people",
                                List.of("A. Analyst"),
                                "note",
                                "ask the lawyers"))
                .prepared();

        assertThat(report.toString()).contains("decimal point lost").doesNotContain("A. Analyst", "ask the lawyers");
    }

    @Test
    void reports_under_other_law_are_named() {
        PreparedReport report =
                ReportScene.ofProvider(Fact.DEATH).reportedElsewhere("BfDI").prepared();

        assertThat(item(report, "Reports already made under other law").values())
                .singleElement()
                .asString()
                .contains("to BfDI", "AZ 1", "GDPR-33");
    }

    @Test
    void the_template_for_models_needs_seven_points_at_first_and_nine_at_last() {
        PreparedReport report = ReportScene.ofModel().prepared();

        assertThat(report.template().id()).isEqualTo("GPAI-SERIOUS-INCIDENT");
        List<Item> fields = report.sections().stream()
                .flatMap(section -> section.items().stream())
                .toList();
        assertThat(fields).hasSize(10);
        assertThat(fields).filteredOn(field -> field.need() == Need.INITIAL).hasSize(7);
        assertThat(fields).filteredOn(field -> field.need() == Need.FINAL).hasSize(2);
        assertThat(report.annex().toString()).contains("awareness of the incident", "2026-11-20 09:00 +01:00 (call)");
    }

    @Test
    void a_rule_without_a_template_gets_an_account_of_the_record() {
        PreparedReport report = ReportScene.ofProvider()
                .answer(Fact.CONTROLLER, true)
                .answer(Fact.PERSONAL_DATA_BREACH, true)
                .prepared();

        assertThat(report.template().id()).isEqualTo("RECORD");
        assertThat(report.obligation()).startsWith("GDPR-33");
        assertThat(report.annex()).isEmpty();
        assertThat(item(report, "Rule").values()).singleElement().asString().startsWith("GDPR-33, ");
    }

    private static Item item(PreparedReport report, String label) {
        return report.sections().stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
