package org.fixtrail.services.clock;

import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.failure.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Which clocks are wanted.
 *
 * @param states only these, or empty for all
 * @param atRisk only those that run and have less than 20 % of their time left
 * @param systemId only those of one AI system, or null for all
 * @param severity only those of targets for this severity, or null for all
 */
public record ClockFilter(
        Set<ClockState> states,
        boolean atRisk,
        @Nullable UUID systemId,
        @Nullable Severity severity) {
    public static final ClockFilter ALL = new ClockFilter(Set.of(), false, null, null);
    public static final ClockFilter AT_RISK = new ClockFilter(Set.of(), true, null, null);

    public ClockFilter {
        states = Set.copyOf(states);
    }
}
