package org.fixtrail.domain.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the clocks of one cycle of a failure stood still, of those targets that allow it for the reason.
 *
 * @param party for whom the organisation waits, by name
 * @param until null while it lasts
 */
public record Pause(
        int cycle,
        PauseReason reason,
        String party,
        Instant from,
        @Nullable Instant until) {

    /** The pause as far as a moment knows it, which lies after its begin: one that lasts, until then. */
    Pause until(Instant moment) {
        return until != null && until.isBefore(moment) ? this : new Pause(cycle, reason, party, from, moment);
    }
}
