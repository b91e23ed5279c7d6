package org.fixtrail.domain.clock;

import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.counting.CountedEnd;
import org.fixtrail.domain.obligation.Addressee;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.obligation.StartEvent;
import org.jspecify.annotations.Nullable;

/**
 * When a rule's clock ends for one addressee.
 *
 * @param round 0, or the how-manieth period of a rule that repeats
 * @param event the one whose limit ends first
 * @param startRow the answers, report or transition from which the start is known
 * @param start how the start is known
 * @param calendar whose holidays were counted
 */
public record RuleDue(
        @Nullable Jurisdiction place,
        int round,
        StartEvent event,
        UUID startRow,
        String start,
        Addressee addressee,
        String calendar,
        List<String> grounds,
        CountedEnd end) {
    public RuleDue {
        grounds = List.copyOf(grounds);
    }

    ClockBasis basis(RuleBook.Entry entry) {
        return new ClockBasis(
                entry.rule().id(),
                entry.edition().pack().edition(),
                end.zone(),
                calendar,
                event,
                start,
                addressee,
                grounds,
                end.steps());
    }

    /** Whether it ends before the other: by the legal instant, then by the strict one. */
    boolean endsBefore(RuleDue other) {
        int byLaw = end.legalAt().compareTo(other.end.legalAt());
        return byLaw < 0 || byLaw == 0 && end.strictAt().isBefore(other.end.strictAt());
    }
}
