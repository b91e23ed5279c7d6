package org.fixtrail.domain.obligation;

import java.time.Instant;
import org.fixtrail.domain.ledger.Moments;

/**
 * When an event was that starts a clock.
 *
 * @param basis how that is known, in people's words
 */
public record Moment(Instant at, String basis) {
    public Moment {
        at = Moments.toMicros(at);
    }
}
