package org.fixtrail.services.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.domain.obligation.Fact.DEATH;

import java.time.Instant;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.obligation.StartEvent;
import org.junit.jupiter.api.Test;

class AwarenessTest {
    private static final String NOW = "2026-11-20T08:00:00Z";

    @Test
    void without_a_stated_awareness_the_detection_on_record_starts_the_clock() {
        LegalScene scene = new LegalScene();
        scene.transition(Stage.EMERGED, "2026-11-01T08:00:00Z");
        scene.transition(Stage.DETECTED, "2026-11-19T10:00:00Z");
        scene.yes(Fact.PROVIDER, Fact.HIGH_RISK, DEATH).in(Jurisdiction.DE);

        scene.refresh(NOW);

        RunningClock clock = scene.clock("AIA-73");
        assertThat(clock.startedAt()).isEqualTo("2026-11-19T10:00:00Z");
        assertThat(clock.terms().basis().orElseThrow().start()).contains("the detection on record");
        assertThat(clock.legalAt()).isEqualTo("2026-11-30T23:00:00Z");
    }

    @Test
    void a_detection_that_is_moved_later_after_the_answers_moves_no_clock() {
        LegalScene scene = detectedOnThe19th();
        scene.record(NOW);
        RunningClock clock = begun(scene);

        scene.detectedAt("2026-11-20T07:00:00Z");

        assertThat(scene.refresh(NOW)).isEmpty();
        assertThat(clock.startedAt()).isEqualTo("2026-11-19T10:00:00Z");
    }

    @Test
    void a_detection_that_turns_out_to_be_earlier_brings_the_deadline_forward() {
        LegalScene scene = detectedOnThe19th();
        scene.record(NOW);
        RunningClock clock = begun(scene);
        Instant before = clock.legalAt();

        scene.detectedAt("2026-11-12T10:00:00Z");
        scene.refresh(NOW);

        assertThat(clock.startedAt()).isEqualTo("2026-11-12T10:00:00Z");
        assertThat(clock.legalAt()).isBefore(before);
    }

    @Test
    void an_awareness_that_somebody_stated_is_not_replaced_by_the_detection() {
        LegalScene scene = detectedOnThe19th();
        scene.moment(StartEvent.AWARE, "2026-11-18T10:00:00Z");
        scene.record(NOW);

        scene.detectedAt("2026-11-12T10:00:00Z");

        assertThat(begun(scene).startedAt()).isEqualTo("2026-11-18T10:00:00Z");
    }

    private static LegalScene detectedOnThe19th() {
        LegalScene scene = new LegalScene();
        scene.transition(Stage.EMERGED, "2026-11-01T08:00:00Z");
        scene.transition(Stage.DETECTED, "2026-11-19T10:00:00Z");
        return scene.yes(Fact.PROVIDER, Fact.HIGH_RISK, DEATH).in(Jurisdiction.DE);
    }

    private static RunningClock begun(LegalScene scene) {
        scene.refresh(NOW);
        return scene.clock("AIA-73");
    }
}
