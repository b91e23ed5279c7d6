package org.fixtrail.domain.escalation;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockChange;

/**
 * How long news waits for an acknowledgement before it goes up.
 *
 * @param warned for warnings
 * @param missed for what is overdue or breached
 * @param executives persons of the organisation, in the order in which they were chosen; nobody ends the chain with the team
 */
public record EscalationPlan(Waits warned, Waits missed, List<UUID> executives) {
    public static final int LONGEST_HOURS = 720;
    public static final int MOST_EXECUTIVES = 20;

    /** Of an organisation that has chosen nothing: what was missed reaches owner and team at once. */
    public static final EscalationPlan USUAL = new EscalationPlan(new Waits(4, 24), new Waits(0, 4), List.of());

    /**
     * Hours without an acknowledgement; 0 tells both at once.
     *
     * @param team until the team is told, after the owner
     * @param executives until the executives are told, after the team
     */
    public record Waits(int team, int executives) {
        public Waits {
            if (team < 0 || team > LONGEST_HOURS || executives < 0 || executives > LONGEST_HOURS) {
                throw new IllegalArgumentException("hours are from 0 to " + LONGEST_HOURS);
            }
        }
    }

    public EscalationPlan {
        executives = List.copyOf(executives);
    }

    /** How long news waits before it comes to a step; the owner is told at once. */
    public Duration before(EscalationStep step, ClockChange news) {
        Waits waits = news == ClockChange.WARNED ? warned : missed;
        return Duration.ofHours(
                switch (step) {
                    case OWNER -> 0;
                    case TEAM -> waits.team();
                    case EXECUTIVE -> waits.executives();
                });
    }
}
