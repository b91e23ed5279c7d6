package org.fixtrail.domain.failure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.ledger.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One recorded transition. Nothing in it ever changes; a later one may supersede or retract it.
 *
 * @param leaf number of the ledger entry that stands for it
 * @param occurredAt when it really happened
 * @param recordedAt when the server learned of it
 * @param proposal whether it only asks for a second person's confirmation and has no effect by itself
 * @param confirms the proposal that this one confirms, or null
 * @param supersedes the transition that this one replaces or retracts, or null
 * @param retraction whether it takes {@code supersedes} back without putting anything in its place
 * @param imported whether it came from imported history, for which no guard was checked
 */
public record TransitionFact(
        UUID id,
        UUID failureId,
        int cycle,
        Stage stage,
        Instant occurredAt,
        Instant recordedAt,
        long leaf,
        Actor actor,
        StageDetails details,
        boolean proposal,
        @Nullable UUID confirms,
        @Nullable UUID supersedes,
        boolean retraction,
        boolean imported) {

    /** From when on an accepted risk is open again; empty for whatever else. */
    public Optional<Instant> expiresAt() {
        return stage == Stage.RISK_ACCEPTED
                ? details.date("expiresOn").map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC))
                : Optional.empty();
    }
}
