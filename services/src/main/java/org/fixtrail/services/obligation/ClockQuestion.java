package org.fixtrail.services.obligation;

import org.jspecify.annotations.Nullable;

/**
 * Asks when a clock would end, as somebody wrote it: by a rule, or by length, unit and counting.
 *
 * @param start local to the zone, like 2026-11-20T09:00, or with an offset
 * @param calendar id of a holiday calendar; may be left out where no holiday counts
 */
public record ClockQuestion(
        @Nullable String rule,
        @Nullable Integer length,
        @Nullable String unit,
        @Nullable String counting,
        @Nullable String start,
        @Nullable String zone,
        @Nullable String calendar) {}
