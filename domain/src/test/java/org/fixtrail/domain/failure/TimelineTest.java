package org.fixtrail.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {
    @Test
    void what_happened_after_the_as_of_moment_has_not_happened() {
        Story story = Story.at(Stage.DECIDED);
        Instant analysed = story.facts().get(2).occurredAt();
        assertThat(Timeline.of(story.facts(), analysed, Long.MAX_VALUE).stage(1))
                .contains(Stage.ANALYSED);
        assertThat(Timeline.of(story.facts(), analysed.minusNanos(1_000), Long.MAX_VALUE)
                        .stage(1))
                .contains(Stage.DETECTED);
    }

    @Test
    void what_was_recorded_later_is_not_known() {
        Story story = Story.at(Stage.DECIDED);
        TransitionFact analysed = story.facts().get(2);
        story.replaced(analysed, Map.of("rootCause", "another", "category", "OTHER"));
        assertThat(Timeline.of(story.facts(), story.now(), 4).reached(1, Stage.ANALYSED))
                .contains(analysed);
        assertThat(Timeline.of(story.facts(), story.now(), 5)
                        .reached(1, Stage.ANALYSED)
                        .orElseThrow()
                        .details()
                        .text("rootCause"))
                .contains("another");
        assertThat(Timeline.of(story.facts(), story.now(), 0).cycle()).isZero();
    }

    @Test
    void a_retraction_does_not_bring_back_what_was_replaced() {
        Story story = Story.at(Stage.ANALYSED);
        TransitionFact replacement = story.replaced(story.facts().get(2), Map.of("rootCause", "another"));
        story.retracted(replacement);
        assertThat(story.timeline().stage(1)).contains(Stage.DETECTED);
    }

    @Test
    void an_accepted_risk_is_open_again_once_the_acceptance_expires() {
        Story story = Story.at(Stage.DETECTED);
        TransitionFact proposal =
                story.proposed(Stage.RISK_ACCEPTED, Story.ENGINEER, Story.details(Stage.RISK_ACCEPTED, Remedy.CODE));
        story.confirmed(proposal, Story.OFFICER);
        assertThat(Timeline.of(story.facts(), Instant.parse("2026-12-30T23:59:59Z"), Long.MAX_VALUE)
                        .ending())
                .isPresent();
        assertThat(Timeline.of(story.facts(), Instant.parse("2026-12-31T00:00:00Z"), Long.MAX_VALUE)
                        .ending())
                .isEmpty();
    }
}
