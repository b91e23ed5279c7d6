package org.fixtrail.services.triage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.domain.obligation.LegalHold;
import org.fixtrail.domain.obligation.Notice;
import org.fixtrail.domain.obligation.Recipient;

/**
 * What stands beside the clocks of a failure: who was told along the supply chain, and what must not be erased.
 *
 * @param chains the rules that apply and ask that several are told
 * @param notices all that were recorded, in order; those that take one back are not among them
 * @param retracted notices that were taken back, by their id, with the entry that did
 * @param holds those that stand on the failure or its AI system
 * @param snapshot where version, configuration and logs were saved before anything was altered, or why they were not; empty
 *     before the decision
 * @param names display names of people, by pseudonym
 */
public record DutiesView(
        Failure failure,
        String system,
        List<Chain> chains,
        List<Notice> notices,
        Map<UUID, Notice> retracted,
        List<Held> holds,
        Optional<Snapshot> snapshot,
        Map<UUID, String> names) {

    /** A rule that asks that several are told, and who of them was. */
    public record Chain(ClockRule rule, Set<Recipient> told) {
        /** Those of whom no notice is on record; whether there is one at all, people must know. */
        public List<Recipient> untold() {
            return rule.addressee().recipients().stream()
                    .filter(recipient -> !told.contains(recipient))
                    .toList();
        }
    }

    /** A hold that stands; waiting is the proposal to lift it. */
    public record Held(LegalHold placed, Optional<LegalHold> waiting) {}

    /** The evidence that Article 73(6) of the AI Act protects. */
    public record Snapshot(boolean saved, String words) {}
}
