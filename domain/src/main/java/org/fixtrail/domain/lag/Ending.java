package org.fixtrail.domain.lag;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.fixtrail.domain.failure.Stage;

/**
 * How a cycle left the line.
 *
 * @param stage DISMISSED, MERGED, RISK_ACCEPTED or RETIRED
 * @param at when the second person's confirmation took effect
 */
public record Ending(Stage stage, Instant at) {
    public Ending {
        requireNonNull(at, "at");
        if (!stage.isEnding()) {
            throw new IllegalArgumentException("not an ending: " + stage);
        }
    }
}
