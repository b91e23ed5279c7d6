package org.fixtrail.domain.obligation;

import java.util.List;
import java.util.Set;
import org.fixtrail.domain.counting.Counting;
import org.jspecify.annotations.Nullable;

/**
 * One obligation: what starts its clock, and how long it runs.
 *
 * @param id unique over all packs, for example {@code AIA-73-2}
 * @param title in a few words
 * @param limits each runs from its own event and the earliest end governs; empty for a duty without a number of days, which
 *     is a reminder
 * @param strictWhen if one of these is the case it is counted as {@link Counting#STRICT}, whatever {@code counting} says
 * @param atMost an authority sets the period, and the limit is its longest
 * @param repeats the clock starts again with each report until the incident is resolved
 * @param atOnce what must be done without delay, before any limit; null for nothing
 * @param note what a reader must know beside the rule; null for nothing
 */
public record ClockRule(
        String id,
        String title,
        RuleSource source,
        Applicability applies,
        List<Limit> limits,
        Counting counting,
        Set<Fact> strictWhen,
        Addressee addressee,
        boolean atMost,
        boolean repeats,
        @Nullable String atOnce,
        @Nullable String note) {
    public ClockRule {
        limits = List.copyOf(limits);
        strictWhen = Set.copyOf(strictWhen);
        if (limits.isEmpty() && atOnce == null) {
            throw new IllegalArgumentException("needs a limit, or something to be done at once");
        }
    }

    /** Whether it is a duty without a number of days, which no clock can miss. */
    public boolean isReminder() {
        return limits.isEmpty();
    }

    /** How it is counted where these are the case. */
    public Counting counting(Set<Fact> facts) {
        return facts.stream().anyMatch(strictWhen::contains) ? Counting.STRICT : counting;
    }
}
