package org.fixtrail.services.escalation;

import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.escalation.Escalation;
import org.fixtrail.domain.escalation.EscalationEnd;
import org.fixtrail.domain.escalation.EscalationStep;
import org.jspecify.annotations.Nullable;

/**
 * How far one news of a clock went up.
 *
 * @param id the event of the clock
 * @param step the last that was told
 * @param dueAt when the next step is told; null if nothing more comes
 * @param ended why it goes up no further; null as long as it can be acknowledged
 * @param by who acknowledged it, or null
 * @param acknowledgedAt when, or null
 */
public record EscalationView(
        UUID id,
        UUID clockId,
        ClockChange news,
        Instant since,
        EscalationStep step,
        @Nullable Instant dueAt,
        @Nullable EscalationEnd ended,
        @Nullable String by,
        @Nullable Instant acknowledgedAt) {

    static EscalationView of(Escalation of, @Nullable String by, @Nullable Instant acknowledgedAt) {
        return new EscalationView(
                of.id(), of.clockId(), of.news(), of.since(), of.step(), of.dueAt(), of.ended(), by, acknowledgedAt);
    }

    /** Whether it waits for an acknowledgement. */
    public boolean isOpen() {
        return ended == null;
    }

    public boolean isAcknowledged() {
        return ended == EscalationEnd.ACKNOWLEDGED;
    }
}
