package org.fixtrail.domain.figure;

import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockState;
import org.jspecify.annotations.Nullable;

/**
 * A clock as it was known.
 *
 * @param targetId the organisation's own target; null for a rule of law, standard or code
 * @param obligation what it asks for, in words
 * @param legalAt the last moment at which it is met
 * @param known where it stood when it was last looked at; only VOID tells more than the times do
 * @param metAt when it was met, or null
 */
public record ClockCase(
        @Nullable UUID targetId,
        String obligation,
        Instant startedAt,
        Instant legalAt,
        ClockState known,
        @Nullable Instant metAt) {

    /** Where it stands, by its times alone. */
    enum Standing {
        ON_TIME,
        LATE,
        UNANSWERED,
        AHEAD,
        ANSWERED_AHEAD,
        VOID
    }

    /** Whoever answers early does so before the deadline has passed: not yet one of those that fell due. */
    Standing standing(Instant asOf) {
        if (known == ClockState.VOID) {
            return Standing.VOID;
        }
        Instant met = metAt;
        boolean answered = met != null && !met.isAfter(asOf);
        if (!asOf.isAfter(legalAt)) {
            return answered ? Standing.ANSWERED_AHEAD : Standing.AHEAD;
        }
        if (met == null || !answered) {
            return Standing.UNANSWERED;
        }
        return met.isAfter(legalAt) ? Standing.LATE : Standing.ON_TIME;
    }
}
