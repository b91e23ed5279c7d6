package org.fixtrail.domain.clock;

import java.time.Instant;
import org.fixtrail.domain.counting.CountedEnd;
import org.fixtrail.domain.ledger.Moments;

/**
 * When one clock starts, warns and ends. The last three instants of a target are equal; a law may set them apart.
 *
 * @param warnAt the first moment at which somebody is warned
 * @param strictAt plain elapsed time is over
 * @param rolledAt the end after it was moved off a free day
 * @param legalAt the last moment at which the obligation is met
 */
public record Deadline(Instant startedAt, Instant warnAt, Instant strictAt, Instant rolledAt, Instant legalAt) {
    /** As a rule counts it; when it warns is not known here, and so its strict end stands for that. */
    static Deadline counted(CountedEnd end) {
        return new Deadline(
                Moments.toMicros(end.startedAt()),
                Moments.toMicros(end.strictAt()),
                Moments.toMicros(end.strictAt()),
                Moments.toMicros(end.rolledAt()),
                Moments.toMicros(end.legalAt()));
    }

    Deadline warning(Instant first) {
        return new Deadline(startedAt, first, strictAt, rolledAt, legalAt);
    }

    /** Whether it starts and ends as the other does, whenever they warn. */
    boolean endsAs(Deadline other) {
        return warning(strictAt).equals(other.warning(other.strictAt));
    }

    /** Where the clock stands while what it asks for has not happened. The deadline itself is still in time. */
    public ClockState open(Instant now) {
        if (now.isAfter(legalAt)) {
            return ClockState.BREACHED;
        }
        return now.isAfter(strictAt) ? ClockState.OVERDUE_STRICT : ClockState.RUNNING;
    }

    /** Where the clock stands once what it asks for has happened. */
    public ClockState met(Instant at) {
        return at.isAfter(legalAt) ? ClockState.MET_LATE : ClockState.MET;
    }
}
