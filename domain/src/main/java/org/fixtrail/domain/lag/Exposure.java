package org.fixtrail.domain.lag;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * How many met a failure within a time.
 *
 * @param from included
 * @param to excluded, so that the exposures of consecutive lags add up
 * @param occurrences how often the failure happened, as far as reported
 * @param traffic how many interactions there were, each of which might have met it
 */
public record Exposure(Instant from, Instant to, long occurrences, Traffic traffic) {
    public Exposure {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(traffic, "traffic");
    }

    /** Counts within a time that does not end before it starts. */
    public static Exposure within(
            Instant from, Instant to, Collection<Instant> occurrences, List<TrafficReport> reports) {
        long within = occurrences.stream()
                .filter(at -> !at.isBefore(from) && at.isBefore(to))
                .count();
        return new Exposure(from, to, within, Traffic.within(from, to, reports));
    }

    /** Counts within a lag that is not CONTRADICTORY. */
    public static Exposure during(Lag lag, Collection<Instant> occurrences, List<TrafficReport> reports) {
        return within(lag.start(), lag.end(), occurrences, reports);
    }
}
