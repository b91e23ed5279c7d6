package org.fixtrail.domain.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fixtrail.domain.obligation.Verdict.Standing;
import org.jspecify.annotations.Nullable;

/**
 * When and to what a rule applies. What nobody has answered is neither yes nor no: where it would decide, the rule stays
 * undecided. Only an exception that nobody has named is taken not to be the case, so that the duty stands.
 *
 * @param from first day on which it formally applies; null if that day is not known: it applies
 * @param until last day; null for no end
 * @param practical from when it bites; empty if from the first day on
 * @param all it applies only if all of these are the case
 * @param when it applies if one of these is the case; empty: always
 * @param unless it does not apply if one of these is the case
 */
public record Applicability(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<PracticalFrom> practical,
        Set<Fact> all,
        Set<Fact> when,
        Set<Fact> unless) {
    public Applicability {
        practical = List.copyOf(practical);
        all = Set.copyOf(all);
        when = Set.copyOf(when);
        unless = Set.copyOf(unless);
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }

    /** Whether it formally applies on this day. */
    public boolean isInForce(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /**
     * @param place for which the organisation's role is looked at; null for its role in general
     * @param day on which the clock would start
     */
    public Verdict judge(Facts facts, @Nullable Jurisdiction place, LocalDate day) {
        List<String> against = new ArrayList<>();
        if (!isInForce(day)) {
            against.add(outOfForce(day));
        }
        List<String> grounds = new ArrayList<>();
        List<Fact> open = new ArrayList<>();
        for (Fact fact : ordered(all)) {
            Optional<Boolean> known = facts.is(fact, place);
            if (known.isEmpty()) {
                open.add(fact);
            } else {
                (known.get() ? grounds : against).add(words(fact, known.get()));
            }
        }
        oneOf(facts, place, grounds, against, open);
        for (Fact fact : ordered(unless)) {
            if (facts.is(fact, place).orElse(false)) {
                against.add(words(fact, true));
            }
        }
        if (!against.isEmpty()) {
            return new Verdict(Standing.DOES_NOT_APPLY, against, List.of());
        }
        return open.isEmpty()
                ? new Verdict(Standing.APPLIES, grounds, List.of())
                : new Verdict(
                        Standing.UNDECIDED,
                        open.stream()
                                .map(fact -> fact.label() + ": not answered")
                                .toList(),
                        open);
    }

    private void oneOf(
            Facts facts, @Nullable Jurisdiction place, List<String> grounds, List<String> against, List<Fact> open) {
        List<Fact> wanted = ordered(when);
        List<Fact> yes = wanted.stream()
                .filter(fact -> facts.is(fact, place).orElse(false))
                .toList();
        List<Fact> unknown =
                wanted.stream().filter(fact -> facts.is(fact, place).isEmpty()).toList();
        yes.forEach(fact -> grounds.add(words(fact, true)));
        if (yes.isEmpty() && !wanted.isEmpty()) {
            open.addAll(unknown);
            if (unknown.isEmpty()) {
                wanted.forEach(fact -> against.add(words(fact, false)));
            }
        }
    }

    private String outOfForce(LocalDate day) {
        return from != null && day.isBefore(from)
                ? "it applies from " + from + " on, and the clock would start on " + day
                : "it applied until " + until + ", and the clock would start on " + day;
    }

    private static String words(Fact fact, boolean answer) {
        return fact.label() + (answer ? ": yes" : ": no");
    }

    private static List<Fact> ordered(Set<Fact> facts) {
        return facts.stream().sorted().toList();
    }
}
