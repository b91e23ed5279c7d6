package org.fixtrail.services.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.failure.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Which clocks are wanted.
 *
 * @param states only these, or empty for all
 * @param atRisk only those that run and have come to their first warning
 * @param systemId only those of one AI system, or null for all
 * @param severity only those of targets for this severity, and of failures that have it, or null for all
 * @param endsAfter only those whose deadline lies after this moment, or null for all
 * @param endsUntil only those whose deadline is this moment or lies before, or null for all
 * @param legal true for those of laws, standards and codes alone, false for those of targets, null for both
 */
public record ClockFilter(
        Set<ClockState> states,
        boolean atRisk,
        @Nullable UUID systemId,
        @Nullable Severity severity,
        @Nullable Boolean legal,
        @Nullable Instant endsAfter,
        @Nullable Instant endsUntil) {
    public static final ClockFilter ALL = new ClockFilter(Set.of(), false, null, null, null);
    public static final ClockFilter AT_RISK = new ClockFilter(Set.of(), true, null, null, null);

    /** Whenever they end. */
    public ClockFilter(
            Set<ClockState> states,
            boolean atRisk,
            @Nullable UUID systemId,
            @Nullable Severity severity,
            @Nullable Boolean legal) {
        this(states, atRisk, systemId, severity, legal, null, null);
    }

    /** Those of them that end on a day, whose last moment belongs to it. */
    public ClockFilter on(LocalDate day, ZoneId zone) {
        return new ClockFilter(
                states,
                atRisk,
                systemId,
                severity,
                legal,
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** All of the given states. */
    public static ClockFilter of(Set<ClockState> states) {
        return new ClockFilter(states, false, null, null, null);
    }

    public ClockFilter {
        states = Set.copyOf(states);
    }
}
