package org.fixtrail.domain.clock;

import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What one clock should be, from the facts alone. A law's clocks come from other facts, but as the same record.
 *
 * @param targetId the target, through all its revisions
 * @param ruleRow the revision that the clock obeys
 * @param obligation what must happen, in words
 * @param startRow the transition that started it
 * @param metAt when {@code toStage} was reached, or null
 * @param reason why the clock stands where it stands, in words
 * @param recheckAt when a void clock must be looked at again, since what made it void expires; null for never
 */
public record PlannedClock(
        int cycle,
        UUID targetId,
        UUID ruleRow,
        String obligation,
        String startEvent,
        UUID startRow,
        Severity severity,
        Stage toStage,
        Deadline deadline,
        ClockState state,
        @Nullable Instant metAt,
        String reason,
        @Nullable Instant recheckAt) {

    /** The clock as it stands, made void: what it starts from is gone. */
    static PlannedClock gone(RunningClock clock, String reason) {
        return new PlannedClock(
                clock.cycle(),
                clock.targetId(),
                clock.ruleRow(),
                clock.obligation(),
                clock.startEvent(),
                clock.startRow(),
                clock.severity(),
                clock.toStage(),
                clock.deadline(),
                ClockState.VOID,
                null,
                reason,
                null);
    }

    PlannedClock voided(String why) {
        return voided(why, null);
    }

    PlannedClock voided(String why, @Nullable Instant recheck) {
        return new PlannedClock(
                cycle,
                targetId,
                ruleRow,
                obligation,
                startEvent,
                startRow,
                severity,
                toStage,
                deadline,
                ClockState.VOID,
                null,
                why,
                recheck);
    }

    PlannedClock open(ClockState open, String why) {
        return new PlannedClock(
                cycle,
                targetId,
                ruleRow,
                obligation,
                startEvent,
                startRow,
                severity,
                toStage,
                deadline,
                open,
                null,
                why,
                null);
    }

    PlannedClock met(Instant at, String why) {
        return new PlannedClock(
                cycle,
                targetId,
                ruleRow,
                obligation,
                startEvent,
                startRow,
                severity,
                toStage,
                deadline,
                deadline.met(at),
                at,
                why,
                null);
    }

    /** Whether no later change of the target or of the severity alters it. */
    boolean settled() {
        return state == ClockState.BREACHED || state == ClockState.MET || state == ClockState.MET_LATE;
    }
}
