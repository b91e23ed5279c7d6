package org.fixtrail.web.failure;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.lag.Lag;
import org.fixtrail.services.failure.FailureView;
import org.fixtrail.services.failure.Move;
import org.jspecify.annotations.Nullable;

/**
 * A transition in the API.
 *
 * @param recordingDelay seconds from when it happened to when the server learned of it
 */
public record TransitionJson(
        UUID id,
        int cycle,
        Stage stage,
        Instant occurredAt,
        Instant recordedAt,
        long recordingDelay,
        String actor,
        Map<String, Object> details,
        @Nullable String lateReason,
        boolean inForce,
        boolean proposal,
        @Nullable UUID confirms,
        @Nullable UUID supersedes,
        boolean retraction,
        boolean imported,
        long leaf) {

    static List<TransitionJson> of(FailureView view) {
        Set<UUID> inForce = new HashSet<>();
        view.timeline().effective().forEach(fact -> inForce.add(fact.id()));
        view.timeline().pending().forEach(fact -> inForce.add(fact.id()));
        return view.transitions().stream()
                .map(fact -> of(fact, view.lateReasons().get(fact.id()), inForce.contains(fact.id())))
                .toList();
    }

    private static TransitionJson of(TransitionFact fact, @Nullable String lateReason, boolean inForce) {
        return new TransitionJson(
                fact.id(),
                fact.cycle(),
                fact.stage(),
                fact.occurredAt(),
                fact.recordedAt(),
                Lag.recordingDelay(fact.occurredAt(), fact.recordedAt()).toSeconds(),
                fact.actor().toString(),
                fact.details().values(),
                lateReason,
                inForce,
                fact.proposal(),
                fact.confirms(),
                fact.supersedes(),
                fact.retraction(),
                fact.imported(),
                fact.leaf());
    }

    /** What records a transition. */
    public record New(
            @Nullable Stage stage,
            @Nullable Instant occurredAt,
            @Nullable Map<String, @Nullable Object> details,
            @Nullable String lateReason,
            @Nullable UUID confirms,
            @Nullable UUID supersedes,
            @Nullable Long version) {

        Move move(UUID failure, Stage wanted) {
            return new Move(
                    failure,
                    wanted,
                    occurredAt,
                    details == null ? Map.of() : details,
                    lateReason,
                    confirms,
                    supersedes,
                    version);
        }
    }

    /** What takes a transition back. */
    public record Retraction(@Nullable String reason) {}

    /** What was recorded; the stage is VALIDATION_FAILED where results miss a threshold. */
    public record Recorded(UUID id, Stage stage, int cycle, boolean proposal) {}
}
