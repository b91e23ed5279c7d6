package org.fixtrail.domain.failure;

import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.ledger.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to record that a stage was reached.
 *
 * @param occurredAt when it really happened
 * @param lateReason why it is entered so late; needed when more than a day has gone by
 * @param confirms the proposal to confirm, or null
 * @param supersedes the transition to replace, or null
 */
public record MoveRequest(
        Stage stage,
        Instant occurredAt,
        StageDetails details,
        @Nullable String lateReason,
        Actor actor,
        @Nullable UUID confirms,
        @Nullable UUID supersedes) {}
