package org.fixtrail.services.triage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.clock.RuleBook;
import org.fixtrail.domain.clock.RuleDue;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.obligation.Countersignature;
import org.fixtrail.domain.obligation.FactSheet;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.obligation.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What was answered on the current cycle of a failure, and what follows from it.
 *
 * @param facts the answers in force; before the first ones, those that the profiles give
 * @param inForce the sheet that they are from; empty before the first one
 * @param waiting sheets that wait for a second person
 * @param history all sheets of all cycles, the earliest first
 * @param rules what is to be said of each rule that the organisation uses, in the packs' order
 * @param disputed clocks that somebody called not applicable, which waits for a second person
 * @param names display names of the people who answered, by pseudonym
 */
public record TriageView(
        Failure failure,
        String system,
        Facts facts,
        Optional<FactSheet> inForce,
        List<FactSheet> waiting,
        List<FactSheet> history,
        Map<UUID, Countersignature> signatures,
        List<RuleLine> rules,
        Set<UUID> disputed,
        Map<UUID, String> names) {

    /**
     * One rule for one addressee.
     *
     * @param dues when its clock ends, or would end if it applied
     * @param clock the clock that runs or ran for it and the rules of its group; null if there is none
     * @param waived two people called it not applicable in the organisation
     */
    public record RuleLine(
            RuleBook.Entry entry,
            @Nullable Jurisdiction place,
            Verdict verdict,
            List<RuleDue> dues,
            @Nullable RunningClock clock,
            boolean waived) {

        /** Where the line stands among the others. */
        public Standing standing() {
            if (waived) {
                return Standing.WAIVED;
            }
            return switch (verdict.standing()) {
                case UNDECIDED -> Standing.OPEN;
                case DOES_NOT_APPLY -> Standing.NOT_APPLICABLE;
                case APPLIES -> {
                    if (entry.rule().isReminder()) {
                        yield Standing.AT_ONCE;
                    }
                    yield dues.isEmpty() ? Standing.NOT_STARTED : Standing.RUNS;
                }
            };
        }
    }

    /** The groups into which rules fall. */
    public enum Standing {
        /** Its clock runs or ran, or another rule of its group governs the clock. */
        RUNS,
        /** It applies and has no number of days. */
        AT_ONCE,
        /** It applies, and what starts its clock has not happened. */
        NOT_STARTED,
        /** Unanswered questions decide. */
        OPEN,
        NOT_APPLICABLE,
        WAIVED
    }

    /** The lines of one standing. */
    public List<RuleLine> rules(Standing standing) {
        return rules.stream().filter(line -> line.standing() == standing).toList();
    }
}
