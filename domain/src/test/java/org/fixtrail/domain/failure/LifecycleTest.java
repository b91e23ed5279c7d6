package org.fixtrail.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.domain.failure.Stage.*;
import static org.fixtrail.domain.failure.Story.ENGINEER;
import static org.fixtrail.domain.failure.Story.OFFICER;
import static org.fixtrail.domain.failure.Story.REVIEWER;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixtrail.domain.ledger.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTest {
    private static final String RETRAINING_TABLE = """
            EMERGED -> DETECTED
            DETECTED -> ANALYSED
            ANALYSED -> DECIDED
            DECIDED -> CURATED
            CURATED -> RETRAINED
            RETRAINED -> VALIDATED
            VALIDATED -> REVIEWED
            REVIEWED -> DEPLOYED
            DEPLOYED -> VERIFIED
            VERIFIED ->
            """;

    private static final String SKIPS_TABLE = """
            RETRAINING skips
            FINE_TUNING skips
            PROMPT skips RETRAINED
            RULE skips RETRAINED
            RETRIEVAL_CONTENT skips RETRAINED
            CODE skips RETRAINED
            ROLLBACK skips CURATED RETRAINED
            WITHDRAWAL skips CURATED RETRAINED
            """;

    @Test
    void the_line_goes_one_stage_at_a_time() {
        String actual = Stage.line().stream()
                .map(stage -> (stage + " -> "
                                + names(Lifecycle.nextStages(Story.at(stage).timeline())))
                        .strip())
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(actual).isEqualTo(RETRAINING_TABLE);
    }

    @Test
    void remedies_skip_exactly_what_the_table_says() {
        String actual = Stream.of(Remedy.values())
                .map(remedy -> (remedy + " skips " + names(List.copyOf(remedy.skips()))).strip())
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(actual).isEqualTo(SKIPS_TABLE);
    }

    @ParameterizedTest
    @EnumSource
    void each_remedy_can_go_all_the_way(Remedy remedy) {
        assertThat(Story.at(VERIFIED, remedy).timeline().stage(1)).contains(VERIFIED);
        Story story = Story.at(DEPLOYED, remedy);
        story.waits(Duration.ofDays(15));
        assertThat(allowed(story.ask(VERIFIED, OFFICER)).stage()).isEqualTo(VERIFIED);
    }

    @Test
    void of_all_pairs_of_stages_only_the_next_one_is_allowed() {
        for (Stage at : Stage.line()) {
            for (Stage wanted : Stage.line()) {
                Story story = Story.at(at);
                story.waits(Duration.ofDays(15));
                Actor actor = wanted == REVIEWED ? REVIEWER : ENGINEER;
                boolean next = wanted.number() == at.number() + 1;
                assertThat(story.ask(wanted, actor) instanceof Decision.Allowed)
                        .as(at + " to " + wanted)
                        .isEqualTo(next);
            }
        }
    }

    @Test
    void a_stage_that_the_remedy_does_not_need_may_be_left_out_but_is_no_longer_recorded_after_later_ones() {
        Story story = Story.at(CURATED, Remedy.PROMPT);
        assertThat(Lifecycle.nextStages(story.timeline())).containsExactly(RETRAINED, VALIDATED);
        Story later = Story.at(VALIDATED, Remedy.PROMPT);
        assertThat(rule(later.ask(RETRAINED, ENGINEER))).isEqualTo("not-twice");
    }

    @Test
    void who_built_the_fix_does_not_review_it() {
        for (Stage built : List.of(CURATED, RETRAINED, VALIDATED)) {
            Story story = Story.at(DECIDED);
            for (Stage stage : List.of(CURATED, RETRAINED, VALIDATED)) {
                story.happened(stage, stage == built ? REVIEWER : ENGINEER, Story.details(stage, Remedy.RETRAINING));
            }
            assertThat(rule(story.ask(REVIEWED, REVIEWER))).isEqualTo("second-pair-of-eyes");
            assertThat(rule(story.ask(REVIEWED, ENGINEER))).isEqualTo("second-pair-of-eyes");
            assertThat(story.ask(REVIEWED, OFFICER)).isInstanceOf(Decision.Allowed.class);
        }
    }

    @Test
    void a_key_never_reviews() {
        Actor key = new Actor(Actor.Kind.KEY, UUID.randomUUID());
        assertThat(rule(Story.at(VALIDATED).ask(REVIEWED, key))).isEqualTo("second-pair-of-eyes");
    }

    @Test
    void results_below_a_threshold_are_recorded_as_a_failed_validation() {
        Story story = Story.at(RETRAINED);
        assertThat(allowed(story.ask(VALIDATED, ENGINEER, Story.results("0.94", 10, 10, 10)))
                        .stage())
                .isEqualTo(VALIDATION_FAILED);
        assertThat(allowed(story.ask(VALIDATED, ENGINEER, Story.results("0.95", 10, 10, 10)))
                        .stage())
                .isEqualTo(VALIDATED);
        assertThat(allowed(story.ask(VALIDATED, ENGINEER, Story.results("0.97", 10, 10, 9)))
                        .stage())
                .isEqualTo(VALIDATION_FAILED);
    }

    @Test
    void validation_must_show_the_failure_on_the_affected_version() {
        Story story = Story.at(RETRAINED);
        assertThat(rule(story.ask(VALIDATED, ENGINEER, Story.results("0.97", 10, 0, 10))))
                .isEqualTo("reproduced");
        assertThat(rule(story.ask(VALIDATED, ENGINEER, Story.results("0.97", 10, 11, 10))))
                .isEqualTo("reproduced");
    }

    @Test
    void every_threshold_needs_a_result() {
        Map<String, Object> other = Map.of(
                "results",
                List.of(Map.of("metric", "precision", "affected", "0.4", "fixed", "0.9")),
                "reproducingCases",
                1L,
                "failedOnAffected",
                1L,
                "passedOnFixed",
                1L);
        assertThat(rule(Story.at(RETRAINED).ask(VALIDATED, ENGINEER, other))).isEqualTo("same-metrics");
    }

    @Test
    void thresholds_freeze_at_the_first_result() {
        Story story = Story.at(DECIDED);
        TransitionFact decided = story.facts().get(3);
        MoveRequest replacement = replacement(decided);
        assertThat(story.ask(replacement)).isInstanceOf(Decision.Allowed.class);

        story.happened(CURATED, ENGINEER, Story.details(CURATED, Remedy.RETRAINING));
        story.happened(RETRAINED, ENGINEER, Story.details(RETRAINED, Remedy.RETRAINING));
        story.happened(VALIDATION_FAILED, ENGINEER, Story.results("0.5", 10, 10, 1));
        assertThat(rule(story.ask(replacement))).isEqualTo("thresholds-frozen");
    }

    @Test
    void endings_need_a_second_person() {
        for (Stage ending : List.of(DISMISSED, MERGED, RISK_ACCEPTED, RETIRED)) {
            Story story = Story.at(DETECTED);
            assertThat(allowed(story.ask(ending, ENGINEER)).proposal()).isTrue();
            TransitionFact proposal = story.proposed(ending, ENGINEER, Story.details(ending, Remedy.RETRAINING));
            assertThat(story.timeline().ending()).isEmpty();
            assertThat(rule(story.ask(confirmation(story, proposal, ENGINEER)))).isEqualTo("second-person");
            assertThat(rule(story.ask(ending, OFFICER))).isEqualTo("one-proposal");
            assertThat(allowed(story.ask(confirmation(story, proposal, OFFICER)))
                            .proposal())
                    .isFalse();
            story.confirmed(proposal, OFFICER);
            assertThat(story.timeline().ending()).isPresent();
            assertThat(story.timeline().pending()).isEmpty();
            assertThat(rule(story.ask(ANALYSED, ENGINEER))).isEqualTo("off-the-line");
        }
    }

    @Test
    void a_merge_can_be_undone() {
        Story story = Story.at(DETECTED);
        TransitionFact proposal = story.proposed(MERGED, ENGINEER, Story.details(MERGED, Remedy.RETRAINING));
        TransitionFact merged = story.confirmed(proposal, OFFICER);
        story.retracted(merged);
        assertThat(story.timeline().ending()).isEmpty();
        assertThat(story.timeline().pending()).isEmpty();
        assertThat(story.ask(ANALYSED, ENGINEER)).isInstanceOf(Decision.Allowed.class);
    }

    @Test
    void containment_needs_detection_and_may_repeat() {
        assertThat(rule(Story.at(EMERGED).ask(CONTAINED, ENGINEER))).isEqualTo("after-detection");
        Story story = Story.at(DETECTED);
        story.happened(CONTAINED, ENGINEER, Story.details(CONTAINED, Remedy.RETRAINING));
        assertThat(story.ask(CONTAINED, ENGINEER)).isInstanceOf(Decision.Allowed.class);
    }

    @Test
    void a_serious_incident_asks_for_an_evidence_snapshot_or_a_reason() {
        Story story = Story.at(ANALYSED).ofKind(FailureKind.SERIOUS_INCIDENT);
        assertThat(rule(story.ask(DECIDED, ENGINEER))).isEqualTo("evidence-snapshot");
        Map<String, Object> details = new java.util.HashMap<>(Story.details(DECIDED, Remedy.RETRAINING));
        details.put("noSnapshotReason", "the provider keeps it");
        assertThat(story.ask(DECIDED, ENGINEER, details)).isInstanceOf(Decision.Allowed.class);
    }

    @Test
    void a_duty_to_report_asks_for_an_evidence_snapshot_whatever_the_kind() {
        Story story = Story.at(ANALYSED).ofKind(FailureKind.INCIDENT);
        assertThat(story.ask(DECIDED, ENGINEER)).isInstanceOf(Decision.Allowed.class);

        assertThat(rule(story.withDutyToReport().ask(DECIDED, ENGINEER))).isEqualTo("evidence-snapshot");
    }

    @Test
    void only_the_validated_version_is_deployed_as_the_fix() {
        assertThat(rule(Story.at(REVIEWED).ask(DEPLOYED, ENGINEER, Map.of("version", "3.0"))))
                .isEqualTo("deployed-version");
    }

    @Test
    void verification_needs_the_window_the_exposure_and_a_low_rate() {
        Story story = Story.at(DEPLOYED);
        story.waits(Duration.ofDays(13));
        assertThat(rule(story.ask(VERIFIED, OFFICER))).isEqualTo("observation-window");
        story.waits(Duration.ofDays(2));
        assertThat(rule(story.ask(VERIFIED, OFFICER, Map.of("interactions", 999L))))
                .isEqualTo("exposure");
        assertThat(rule(story.ask(VERIFIED, OFFICER, Map.of("interactions", 0L))))
                .isEqualTo("exposure");
        // none in 1,000: the upper limit is 1 - 0.05^(1/1000) = 0.00299, below 0.01
        assertThat(allowed(story.ask(VERIFIED, OFFICER, Map.of("interactions", 1000L)))
                        .details()
                        .integer("occurrences"))
                .contains(0L);
        story.withOccurrencesSinceDeployment(20);
        assertThat(rule(story.ask(VERIFIED, OFFICER, Map.of("interactions", 1000L))))
                .isEqualTo("failure-rate");
    }

    @Test
    void times_lie_neither_in_the_future_nor_out_of_order() {
        Story story = Story.at(DETECTED);
        assertThat(rule(story.ask(at(story.now().plus(Duration.ofHours(2)), null))))
                .isEqualTo("not-in-the-future");
        assertThat(rule(story.ask(at(Story.BEGIN, "was on paper")))).isEqualTo("times-in-order");
    }

    @Test
    void what_is_entered_after_more_than_a_day_says_why() {
        Story story = Story.at(DETECTED);
        java.time.Instant happened = story.now();
        story.waits(Duration.ofDays(2));
        assertThat(rule(story.ask(at(happened, null)))).isEqualTo("late-entry-has-reason");
        assertThat(story.ask(at(happened, "was on paper"))).isInstanceOf(Decision.Allowed.class);
    }

    @Test
    void a_recurrence_begins_at_the_start_of_the_line_again() {
        Story story = Story.at(DEPLOYED);
        story.recurred();
        assertThat(story.timeline().cycle()).isEqualTo(2);
        assertThat(Lifecycle.nextStages(story.timeline())).containsExactly(DETECTED);
        assertThat(allowed(story.ask(DETECTED, ENGINEER)).cycle()).isEqualTo(2);
    }

    private static MoveRequest at(java.time.Instant when, @org.jspecify.annotations.Nullable String late) {
        return new MoveRequest(
                ANALYSED, when, Story.read(ANALYSED, Story.details(ANALYSED, Remedy.CODE)), late, ENGINEER, null, null);
    }

    private static MoveRequest replacement(TransitionFact earlier) {
        return new MoveRequest(
                earlier.stage(), earlier.occurredAt(), earlier.details(), null, ENGINEER, null, earlier.id());
    }

    private static MoveRequest confirmation(Story story, TransitionFact proposal, Actor actor) {
        return new MoveRequest(proposal.stage(), story.now(), proposal.details(), null, actor, proposal.id(), null);
    }

    private static String rule(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).rule();
    }

    private static Decision.Allowed allowed(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Allowed.class);
        return (Decision.Allowed) decision;
    }

    private static String names(List<Stage> stages) {
        return stages.stream().map(Enum::name).collect(Collectors.joining(" "));
    }
}
