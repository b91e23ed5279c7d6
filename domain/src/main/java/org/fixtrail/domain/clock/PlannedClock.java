package org.fixtrail.domain.clock;

import java.time.Instant;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/**
 * What one clock should be, from the facts alone.
 *
 * @param metAt when what the terms ask for happened, or null
 * @param reason why the clock stands where it stands, in words
 * @param recheckAt when a void clock must be looked at again, since what made it void expires; null for never
 */
public record PlannedClock(
        ClockKey key,
        ClockTerms terms,
        ClockState state,
        @Nullable Instant metAt,
        String reason,
        @Nullable Instant recheckAt) {

    /** The clock as it stands, made void: what it starts from is gone. */
    static PlannedClock gone(RunningClock clock, String reason) {
        return new PlannedClock(clock.key(), clock.terms(), ClockState.VOID, null, reason, null);
    }

    PlannedClock voided(String why) {
        return voided(why, null);
    }

    PlannedClock voided(String why, @Nullable Instant recheck) {
        return new PlannedClock(key, terms, ClockState.VOID, null, why, recheck);
    }

    private PlannedClock open(ClockState open, String why) {
        return new PlannedClock(key, terms, open, null, why, null);
    }

    /** Open, as time has it. */
    PlannedClock open(Instant now) {
        ClockState open = deadline().open(now);
        String end = Moments.text(deadline().legalAt());
        return open(open, open == ClockState.RUNNING ? "to be met by " + end : "was to be met by " + end);
    }

    PlannedClock met(Instant at, String why) {
        return new PlannedClock(key, terms, deadline().met(at), at, why, null);
    }

    /** Stands still since a pause began. */
    PlannedClock paused(Pause pause) {
        return open(
                ClockState.PAUSED,
                pause.reason().label() + " (" + pause.party() + ") since " + Moments.text(pause.from()));
    }

    /** The same, warning as the organisation has it. */
    public PlannedClock warning(WarningPlan warnings) {
        return new PlannedClock(key, terms.warning(warnings), state, metAt, reason, recheckAt);
    }

    /** When it would start, warn and end. */
    public Deadline deadline() {
        return terms.deadline();
    }

    /** Whether it takes the clock as it stands away, or lets it end later. */
    public boolean loosens(RunningClock clock) {
        if (clock.state() == ClockState.VOID) {
            return false;
        }
        Deadline before = clock.deadline();
        return state == ClockState.VOID
                || deadline().strictAt().isAfter(before.strictAt())
                || deadline().legalAt().isAfter(before.legalAt());
    }

    /** Whether the clock would end at another time, or be in another state. */
    public boolean differs(RunningClock clock) {
        return state != clock.state() || !deadline().endsAs(clock.deadline());
    }

    /** Whether no later change of the target or of the severity alters it. */
    boolean settled() {
        return state == ClockState.BREACHED || state == ClockState.MET || state == ClockState.MET_LATE;
    }
}
