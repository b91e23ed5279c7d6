package org.fixtrail.domain.clock;

import java.util.UUID;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.jspecify.annotations.Nullable;

/**
 * Which clock of a failure it is.
 *
 * @param cycle of the failure
 * @param targetId the organisation's own target, through all its revisions; null for a rule
 * @param group of rules that ask for the same report; null for a target
 * @param place whose addressee gets it; null for a target, or where nobody has said
 * @param round 0, or the how-manieth period of a rule that repeats
 */
public record ClockKey(
        int cycle,
        @Nullable UUID targetId,
        @Nullable String group,
        @Nullable Jurisdiction place,
        int round) {

    static ClockKey ofTarget(int cycle, UUID targetId) {
        return new ClockKey(cycle, targetId, null, null, 0);
    }

    static ClockKey ofRules(int cycle, String group, @Nullable Jurisdiction place, int round) {
        return new ClockKey(cycle, null, group, place, round);
    }
}
