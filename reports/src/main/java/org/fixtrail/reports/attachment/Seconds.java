package org.fixtrail.reports.attachment;

import java.math.BigDecimal;
import java.time.Duration;

/** A duration as a number of seconds: whole where it is whole, with its fraction where it has one. */
final class Seconds {
    private Seconds() {}

    static Number of(Duration duration) {
        if (duration.toNanosPart() == 0) {
            return duration.toSeconds();
        }
        return BigDecimal.valueOf(duration.toSeconds())
                .add(BigDecimal.valueOf(duration.toNanosPart(), 9))
                .stripTrailingZeros();
    }
}
