package org.fixtrail.services.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.escalation.EscalationChain;
import org.fixtrail.domain.escalation.EscalationPlan;
import org.fixtrail.domain.escalation.EscalationStep;
import org.fixtrail.domain.failure.FieldProblem;
import org.junit.jupiter.api.Test;

class NewEscalationChainTest {
    private static final UUID ADA = new UUID(1, 1);
    private static final UUID BOB = new UUID(2, 2);

    @Test
    void each_field_that_is_wrong_is_named() {
        List<UUID> tooMany = Stream.generate(UUID::randomUUID).limit(21).toList();
        assertThat(new NewEscalationChain(-1, 721, 0, 720, tooMany).problems())
                .extracting(FieldProblem::field)
                .containsExactly("warnedTeamHours", "warnedExecutiveHours", "executives");
        assertThat(new NewEscalationChain(0, 720, 0, 720, List.of(ADA)).problems())
                .isEmpty();
    }

    @Test
    void it_is_kept_as_it_was_wanted_with_everybody_once_and_in_order() {
        EscalationPlan plan = new NewEscalationChain(1, 2, 3, 4, List.of(BOB, ADA, BOB)).plan();

        assertThat(plan.executives()).containsExactly(BOB, ADA);
        assertThat(new EscalationChain(UUID.randomUUID(), plan).plan()).isEqualTo(plan);
        assertThat(new EscalationChain(UUID.randomUUID(), EscalationPlan.USUAL).plan())
                .isEqualTo(EscalationPlan.USUAL);
        assertThat(NewEscalationChain.of(plan).plan()).isEqualTo(plan);
    }

    @Test
    void warnings_wait_otherwise_than_what_was_missed() {
        EscalationPlan plan = new NewEscalationChain(1, 2, 3, 4, List.of()).plan();

        assertThat(plan.before(EscalationStep.OWNER, ClockChange.WARNED)).isZero();
        assertThat(plan.before(EscalationStep.TEAM, ClockChange.WARNED)).isEqualTo(Duration.ofHours(1));
        assertThat(plan.before(EscalationStep.EXECUTIVE, ClockChange.WARNED)).isEqualTo(Duration.ofHours(2));
        for (ClockChange missed : List.of(ClockChange.OVERDUE, ClockChange.BREACHED)) {
            assertThat(plan.before(EscalationStep.TEAM, missed)).isEqualTo(Duration.ofHours(3));
            assertThat(plan.before(EscalationStep.EXECUTIVE, missed)).isEqualTo(Duration.ofHours(4));
        }
    }
}
