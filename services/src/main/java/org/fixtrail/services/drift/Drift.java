package org.fixtrail.services.drift;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.fixtrail.domain.failure.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What two looks at the time tell of a machine's clock.
 *
 * @param fromDatabase by how much it is ahead of the database's clock; negative if behind
 * @param jumpedAt when it was last set by more than a minute; null if never
 * @param jump by how much it was set forward then; negative if back
 */
public record Drift(Duration fromDatabase, @Nullable Instant jumpedAt, Duration jump) {
    /** What differing clocks may differ by before it matters. */
    static final Duration TOLERATED = Timeline.CLOCK_SKEW;
    /** A jump is shown for so long, so that somebody sees it; the record keeps what was recorded by the wrong time. */
    private static final Duration SHOWN = Duration.ofDays(1);

    static final Drift NONE = new Drift(Duration.ZERO, null, Duration.ZERO);

    /** One look: the wall clock, and a clock that nobody can set. */
    record Look(Instant wall, long nanos) {
        /** By how much the wall clock went ahead of the other since an earlier look. */
        Duration aheadSince(Look earlier) {
            return Duration.between(earlier.wall, wall).minusNanos(nanos - earlier.nanos);
        }
    }

    /** What is known after a further look. */
    Drift after(@Nullable Look earlier, Look look, Duration nowFromDatabase) {
        Duration ahead = earlier == null ? Duration.ZERO : look.aheadSince(earlier);
        return isMuch(ahead)
                ? new Drift(nowFromDatabase, look.wall(), ahead)
                : new Drift(nowFromDatabase, jumpedAt, jump);
    }

    /** What is wrong, in words; empty if nothing is. */
    public Optional<String> problem(Instant now) {
        if (isMuch(fromDatabase)) {
            return Optional.of(
                    "The clock of this server is " + text(fromDatabase)
                            + " that of the database. Deadlines and alarms may come at the wrong time: have both clocks set right.");
        }
        if (jumpedAt != null && Duration.between(jumpedAt, now).abs().compareTo(SHOWN) < 0) {
            return Optional.of("The clock of this server was set " + minutes(jump)
                    + (jump.isNegative() ? " back" : " forward") + " at " + jumpedAt
                    + ", or the machine slept. What was recorded before may carry a wrong time.");
        }
        return Optional.empty();
    }

    private static boolean isMuch(Duration difference) {
        return difference.abs().compareTo(TOLERATED) > 0;
    }

    private static String text(Duration difference) {
        return minutes(difference) + (difference.isNegative() ? " behind" : " ahead of");
    }

    private static String minutes(Duration difference) {
        long minutes = Math.max(1, Math.round(difference.abs().toSeconds() / 60.0));
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }
}
