package org.fixtrail.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hours count from {@link #BEGIN}; corrections are written as "stage@hour", in brackets where they take a time away. */
class EarliestAwarenessTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final UUID B = new UUID(0, 11);
    private static final UUID C = new UUID(0, 12);

    private final Failure a = new Failure(new UUID(0, 10), new UUID(0, 1), new UUID(0, 2));
    private final List<TransitionFact> facts = new ArrayList<>();
    private final Map<UUID, List<TransitionFact>> merged = new HashMap<>();

    @Test
    void the_times_become_those_of_the_merged_failure_where_it_was_earlier() {
        own(1, Stage.EMERGED, 10);
        own(1, Stage.DETECTED, 20);
        of(B, 1, Stage.EMERGED, 5);
        of(B, 1, Stage.DETECTED, 15);

        List<Transition> corrections = settle();

        assertThat(words(corrections)).containsExactly("EMERGED@5", "DETECTED@15");
        Transition detected = corrections.get(1);
        assertThat(detected.supersedes()).isEqualTo(facts.get(1).id());
        assertThat(detected.details().mergedFrom()).contains(B);
        assertThat(detected.details().text("source")).contains("of " + B);
        assertThat(detected.lateReason()).contains(new FailureId(B).toString());
        assertThat(settle()).as("once").isEmpty();
    }

    @Test
    void a_merged_failure_that_was_known_later_or_at_the_same_time_changes_nothing() {
        own(1, Stage.EMERGED, 10);
        own(1, Stage.DETECTED, 20);
        of(B, 1, Stage.EMERGED, 10);
        of(B, 1, Stage.DETECTED, 21);

        assertThat(settle()).isEmpty();
    }

    @Test
    void a_detection_before_the_emergence_on_record_moves_that_too() {
        own(1, Stage.EMERGED, 10);
        own(1, Stage.DETECTED, 20);
        of(B, 1, Stage.DETECTED, 7);

        assertThat(words(settle())).containsExactly("EMERGED@7", "DETECTED@7");
    }

    @Test
    void a_failure_that_nobody_had_noticed_is_detected_when_the_merged_one_was() {
        own(1, Stage.EMERGED, 10);
        of(B, 1, Stage.EMERGED, 11);
        of(B, 1, Stage.DETECTED, 15);

        List<Transition> corrections = settle();

        assertThat(words(corrections)).containsExactly("DETECTED@15");
        assertThat(corrections.get(0).supersedes()).isNull();
        merged.clear();
        assertThat(words(settle())).containsExactly("(DETECTED)");
    }

    @Test
    void a_merged_time_never_comes_after_a_later_stage() {
        own(1, Stage.EMERGED, 10);
        own(1, Stage.DEPLOYED, 30);
        of(B, 1, Stage.DETECTED, 31);

        assertThat(settle()).isEmpty();
    }

    @Test
    void a_merged_time_belongs_to_the_cycle_in_which_it_lies() {
        own(1, Stage.EMERGED, 10);
        own(1, Stage.DETECTED, 20);
        own(1, Stage.DEPLOYED, 30);
        own(2, Stage.EMERGED, 50);
        own(2, Stage.DETECTED, 60);
        of(B, 1, Stage.EMERGED, 25);
        of(B, 1, Stage.DETECTED, 30);

        assertThat(words(settle())).containsExactly("EMERGED@30", "DETECTED@30");
        assertThat(timeline().reached(2, Stage.DETECTED).orElseThrow().occurredAt())
                .isEqualTo(at(30));
        of(C, 1, Stage.DETECTED, 29);
        assertThat(settle())
                .as("noticed before the rollout, later than the first cycle")
                .isEmpty();
        of(C, 2, Stage.DETECTED, 12);
        assertThat(words(settle())).containsExactly("DETECTED@12");
    }

    @Test
    void of_two_merges_the_earliest_counts_and_the_other_takes_over_when_it_is_undone() {
        own(1, Stage.EMERGED, 1);
        own(1, Stage.DETECTED, 20);
        of(B, 1, Stage.DETECTED, 15);
        assertThat(words(settle())).containsExactly("DETECTED@15");
        of(C, 1, Stage.DETECTED, 12);
        assertThat(words(settle())).containsExactly("DETECTED@12");
        merged.remove(C);
        assertThat(words(settle())).containsExactly("DETECTED@15");
        merged.remove(B);

        List<Transition> last = settle();

        assertThat(words(last)).containsExactly("DETECTED@20");
        assertThat(last.get(0).details()).isEqualTo(facts.get(1).details());
        assertThat(settle()).isEmpty();
    }

    @Test
    void what_people_correct_meanwhile_is_what_comes_back() {
        own(1, Stage.EMERGED, 1);
        own(1, Stage.DETECTED, 20);
        of(B, 1, Stage.DETECTED, 15);
        settle();
        own(1, Stage.DETECTED, 18, inForce());
        assertThat(words(settle())).as("the merge is still earlier").containsExactly("DETECTED@15");
        own(1, Stage.DETECTED, 14, inForce());
        assertThat(settle()).as("the own record is earlier").isEmpty();
        own(1, Stage.DETECTED, 17, inForce());
        settle();
        merged.clear();
        assertThat(words(settle())).containsExactly("DETECTED@17");
    }

    private UUID inForce() {
        return timeline().reached(1, Stage.DETECTED).orElseThrow().id();
    }

    private void own(int cycle, Stage stage, int hour) {
        facts.add(fact(a.id(), cycle, stage, hour, "own", null));
    }

    private void own(int cycle, Stage stage, int hour, UUID supersedes) {
        facts.add(fact(a.id(), cycle, stage, hour, "own", supersedes));
    }

    private void of(UUID failure, int cycle, Stage stage, int hour) {
        merged.computeIfAbsent(failure, id -> new ArrayList<>())
                .add(fact(failure, cycle, stage, hour, "of " + failure, null));
    }

    private TransitionFact fact(
            UUID failure, int cycle, Stage stage, int hour, String source, @Nullable UUID supersedes) {
        return new TransitionFact(
                UUID.randomUUID(),
                failure,
                cycle,
                stage,
                at(hour),
                at(hour),
                facts.size(),
                Actor.SERVER,
                StageDetails.NONE.with("source", source),
                false,
                null,
                supersedes,
                false,
                false);
    }

    /** Records what is due, and answers it. */
    private List<Transition> settle() {
        Map<UUID, Timeline> others = new HashMap<>();
        merged.forEach((id, theirs) -> others.put(id, Timeline.of(theirs, Instant.MAX, Long.MAX_VALUE)));
        List<Transition> corrections = EarliestAwareness.corrections(a, facts, timeline(), others, at(100));
        for (Transition correction : corrections) {
            correction.seal(a.organisationId(), facts.size(), at(100), Actor.SERVER);
            facts.add(correction.fact());
        }
        return corrections;
    }

    private Timeline timeline() {
        return Timeline.of(facts, Instant.MAX, Long.MAX_VALUE);
    }

    private static List<String> words(List<Transition> corrections) {
        return corrections.stream()
                .map(correction -> correction.retraction()
                        ? "(" + correction.stage() + ")"
                        : correction.stage() + "@"
                                + Duration.between(BEGIN, correction.occurredAt())
                                        .toHours())
                .toList();
    }

    private static Instant at(int hour) {
        return BEGIN.plus(Duration.ofHours(hour));
    }
}
