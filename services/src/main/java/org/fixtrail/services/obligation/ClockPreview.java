package org.fixtrail.services.obligation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.fixtrail.domain.counting.CountedEnd;
import org.fixtrail.domain.counting.Counting;
import org.fixtrail.domain.counting.Length;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.domain.obligation.StartEvent;
import org.fixtrail.services.counting.KnownCalendar;
import org.jspecify.annotations.Nullable;

/**
 * When a clock would end.
 *
 * @param rule null if none was asked for
 * @param calendar null if none was named and none was needed
 * @param limits one for each limit of the rule, all from the same start; empty for a reminder
 */
public record ClockPreview(
        @Nullable ClockRule rule,
        Instant start,
        ZoneId zone,
        @Nullable KnownCalendar calendar,
        Counting counting,
        List<CountedLimit> limits) {
    public ClockPreview {
        limits = List.copyOf(limits);
    }

    /** @param event that the limit runs from; null if no rule was asked for */
    public record CountedLimit(@Nullable StartEvent event, Length length, CountedEnd end) {}
}
