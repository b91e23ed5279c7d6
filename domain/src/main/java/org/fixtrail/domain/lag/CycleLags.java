package org.fixtrail.domain.lag;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The lags of one cycle of one failure as of a moment; each is empty if its first stage had not been reached.
 *
 * @param detection emerged to detected
 * @param containment detected to first contained
 * @param adaptation detected to deployed
 * @param verification deployed to verified
 * @param dwell time in each stage
 */
public record CycleLags(
        UUID failureId,
        int cycle,
        Optional<Lag> detection,
        Optional<Lag> containment,
        Optional<Lag> adaptation,
        Optional<Lag> verification,
        Dwell dwell) {

    /** Measures a cycle as of a moment. */
    public static CycleLags of(FailureLine line, Instant asOf) {
        return new CycleLags(
                line.failureId(),
                line.cycle(),
                Lag.measure(line, StagePair.DETECTION, asOf),
                Lag.measure(line, StagePair.CONTAINMENT, asOf),
                Lag.measure(line, StagePair.ADAPTATION, asOf),
                Lag.measure(line, StagePair.VERIFICATION, asOf),
                Dwell.measure(line, asOf));
    }
}
