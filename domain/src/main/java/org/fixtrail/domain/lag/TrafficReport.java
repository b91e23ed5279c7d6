package org.fixtrail.domain.lag;

import java.time.Instant;

/**
 * How many interactions an AI system reported for a time.
 *
 * @param from included
 * @param to excluded; after {@code from}
 * @param interactions not negative; taken as spread evenly over the time
 */
public record TrafficReport(Instant from, Instant to, long interactions) {
    public TrafficReport {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a report covers some time: " + from + " to " + to);
        }
        if (interactions < 0) {
            throw new IllegalArgumentException("negative count: " + interactions);
        }
    }
}
