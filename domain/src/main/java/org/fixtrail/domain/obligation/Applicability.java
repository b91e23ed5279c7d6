package org.fixtrail.domain.obligation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When and to what a rule applies.
 *
 * @param from first day on which it formally applies; null if that day is not known: it applies
 * @param until last day; null for no end
 * @param practical from when it bites; empty if from the first day on
 * @param when it applies if one of these is the case; empty: always
 * @param unless it does not apply if one of these is the case
 */
public record Applicability(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<PracticalFrom> practical,
        Set<Fact> when,
        Set<Fact> unless) {
    public Applicability {
        practical = List.copyOf(practical);
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
}
