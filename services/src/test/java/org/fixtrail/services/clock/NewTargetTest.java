package org.fixtrail.services.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewTargetTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "DETECTED, DEPLOYED, 7, DAYS, ''",
        "EMERGED, DETECTED, 1, HOURS, ''",
        "DETECTED, CONTAINED, 24, HOURS, ''",
        "DEPLOYED, VERIFIED, 3650, DAYS, ''",
        "DETECTED, DEPLOYED, 0, DAYS, amount",
        "DETECTED, DEPLOYED, -1, HOURS, amount",
        "DETECTED, DEPLOYED, 3651, DAYS, amount",
        "DETECTED, DEPLOYED, 2147483647, DAYS, amount",
        "DEPLOYED, DETECTED, 1, DAYS, toStage",
        "DETECTED, DETECTED, 1, DAYS, toStage",
        "ANALYSED, CONTAINED, 1, DAYS, toStage",
        "DETECTED, DISMISSED, 1, DAYS, toStage",
        "CONTAINED, DEPLOYED, 1, DAYS, fromStage",
        "VERIFIED, DEPLOYED, 1, DAYS, fromStage toStage"
    })
    void what_is_wrong_is_named_by_its_field(Stage from, Stage to, int amount, TargetUnit unit, String fields) {
        assertThat(fields(new NewTarget(Severity.HIGH, from, to, amount, unit, null)))
                .isEqualTo(fields);
    }

    @Test
    void a_target_may_reach_back_but_not_wait_for_more_than_a_year() {
        assertThat(fields(validFrom(NOW.minus(Duration.ofDays(1_000))))).isEmpty();
        assertThat(fields(validFrom(NOW.plus(Duration.ofDays(366))))).isEmpty();
        assertThat(fields(validFrom(NOW.plus(Duration.ofDays(367))))).isEqualTo("validFrom");
    }

    private static NewTarget validFrom(@Nullable Instant validFrom) {
        return new NewTarget(Severity.HIGH, Stage.DETECTED, Stage.DEPLOYED, 1, TargetUnit.DAYS, validFrom);
    }

    private static String fields(NewTarget wanted) {
        return String.join(
                " ", wanted.problems(NOW).stream().map(FieldProblem::field).toList());
    }
}
