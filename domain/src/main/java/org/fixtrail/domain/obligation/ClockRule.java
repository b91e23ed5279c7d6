package org.fixtrail.domain.obligation;

import java.util.List;
import java.util.Set;
import org.fixtrail.domain.counting.Counting;
import org.jspecify.annotations.Nullable;

/**
 * One obligation: what starts its clock, and how long it runs.
 *
 * @param id unique over all packs, for example {@code AIA-73-2}
 * @param group rules of one group ask for the same report, and the one that ends first governs; the id for a rule alone
 * @param title in a few words
 * @param limits each runs from its own event and the earliest end governs; empty for a duty without a number of days, which
 *     is a reminder
 * @param strictWhen if one of these is the case it is counted as {@link Counting#STRICT}, whatever {@code counting} says
 * @param where whose addressee it is
 * @param elsewhere another addressee in some cases; null for none
 * @param after the groups whose reports start it; empty if it starts otherwise
 * @param atMost an authority sets the period, and the limit is its longest
 * @param repeats the clock starts again with each report until the incident is resolved
 * @param atOnce what must be done without delay, before any limit; null for nothing
 * @param note what a reader must know beside the rule; null for nothing
 */
public record ClockRule(
        String id,
        String group,
        String title,
        RuleSource source,
        Applicability applies,
        List<Limit> limits,
        Counting counting,
        Set<Fact> strictWhen,
        Addressee addressee,
        Where where,
        @Nullable Elsewhere elsewhere,
        Set<String> after,
        boolean atMost,
        boolean repeats,
        @Nullable String atOnce,
        @Nullable String note) {
    public ClockRule {
        limits = List.copyOf(limits);
        strictWhen = Set.copyOf(strictWhen);
        after = Set.copyOf(after);
        if (limits.isEmpty() && atOnce == null) {
            throw new IllegalArgumentException("needs a limit, or something to be done at once");
        }
        boolean startsWithReport =
                limits.stream().anyMatch(limit -> limit.start().isReport());
        if (startsWithReport == after.isEmpty()) {
            throw new IllegalArgumentException("starts with a report: needs the groups whose reports; otherwise none");
        }
    }

    /**
     * Another addressee if something is the case.
     *
     * @param when the fact
     */
    public record Elsewhere(Fact when, Addressee addressee, Where where) {}

    /** Whether it is a duty without a number of days, which no clock can miss. */
    public boolean isReminder() {
        return limits.isEmpty();
    }

    /** How it is counted where these are the case. */
    public Counting counting(Facts facts) {
        return strictWhen.stream().anyMatch(fact -> facts.is(fact, null).orElse(false)) ? Counting.STRICT : counting;
    }

    /** To whom the report goes where these are the case. */
    public Addressee addressee(Facts facts) {
        Elsewhere other = elsewhere(facts);
        return other == null ? addressee : other.addressee();
    }

    /** The places of the addressees, one clock for each; null stands for a place that nobody knows. */
    public List<@Nullable Jurisdiction> places(Facts facts) {
        Elsewhere other = elsewhere(facts);
        return (other == null ? where : other.where()).places(facts);
    }

    private @Nullable Elsewhere elsewhere(Facts facts) {
        return elsewhere != null && facts.is(elsewhere.when(), null).orElse(false) ? elsewhere : null;
    }
}
