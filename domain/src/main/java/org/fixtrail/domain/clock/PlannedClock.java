package org.fixtrail.domain.clock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one clock should be, from the facts alone. A law's clocks come from other facts, but as the same record.
 *
 * @param targetId the target, through all its revisions
 * @param metAt when the stage that the terms ask for was reached, or null
 * @param reason why the clock stands where it stands, in words
 * @param recheckAt when a void clock must be looked at again, since what made it void expires; null for never
 */
public record PlannedClock(
        int cycle,
        UUID targetId,
        ClockTerms terms,
        ClockState state,
        @Nullable Instant metAt,
        String reason,
        @Nullable Instant recheckAt) {

    /** The clock as it stands, made void: what it starts from is gone. */
    static PlannedClock gone(RunningClock clock, String reason) {
        return new PlannedClock(clock.cycle(), clock.targetId(), clock.terms(), ClockState.VOID, null, reason, null);
    }

    PlannedClock voided(String why) {
        return voided(why, null);
    }

    PlannedClock voided(String why, @Nullable Instant recheck) {
        return new PlannedClock(cycle, targetId, terms, ClockState.VOID, null, why, recheck);
    }

    PlannedClock open(ClockState open, String why) {
        return new PlannedClock(cycle, targetId, terms, open, null, why, null);
    }

    PlannedClock met(Instant at, String why) {
        return new PlannedClock(cycle, targetId, terms, deadline().met(at), at, why, null);
    }

    Deadline deadline() {
        return terms.deadline();
    }

    /** Whether no later change of the target or of the severity alters it. */
    boolean settled() {
        return state == ClockState.BREACHED || state == ClockState.MET || state == ClockState.MET_LATE;
    }
}
