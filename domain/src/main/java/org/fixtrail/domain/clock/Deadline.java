package org.fixtrail.domain.clock;

import java.time.Duration;
import java.time.Instant;
import org.fixtrail.domain.counting.CountedEnd;
import org.fixtrail.domain.ledger.Moments;

/**
 * When one clock starts, warns and ends. A target knows no holidays, so that its last three instants are equal; a law may
 * set them apart.
 *
 * @param warnAt from this moment on somebody is warned
 * @param strictAt plain elapsed time is over
 * @param rolledAt the end after it was moved off a free day
 * @param legalAt the last moment at which the obligation is met
 */
public record Deadline(Instant startedAt, Instant warnAt, Instant strictAt, Instant rolledAt, Instant legalAt) {
    private static final int WARN_PERCENT = 80;

    /** Plain elapsed time, with a warning when 80 % of it is over. */
    public static Deadline elapsed(Instant start, Duration length) {
        Instant end = start.plus(length);
        Instant warn = start.plus(length.multipliedBy(WARN_PERCENT).dividedBy(100));
        return new Deadline(start, warn, end, end, end);
    }

    /** As a rule counts it, with a warning when 80 % of the strict time is over. */
    static Deadline counted(CountedEnd end) {
        Duration strict = Duration.between(end.startedAt(), end.strictAt());
        Instant warn = end.startedAt().plus(strict.multipliedBy(WARN_PERCENT).dividedBy(100));
        return new Deadline(
                Moments.toMicros(end.startedAt()),
                Moments.toMicros(warn),
                Moments.toMicros(end.strictAt()),
                Moments.toMicros(end.rolledAt()),
                Moments.toMicros(end.legalAt()));
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
