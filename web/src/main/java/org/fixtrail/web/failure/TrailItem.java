package org.fixtrail.web.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.lag.DurationText;
import org.fixtrail.domain.lag.Lag;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.services.failure.FailureView;
import org.jspecify.annotations.Nullable;

/**
 * One transition of a failure's trail, as its page tells it.
 *
 * @param inForce whether it counts now
 * @param pending whether it is a proposal that waits for its confirmation
 * @param gone whether another took its place or took it back
 * @param marks what else is to be said of it, in a word or two each
 * @param late why it was entered late, or null
 * @param retractable whether it could be taken back now, by who has the right
 */
public record TrailItem(
        TransitionFact fact,
        String who,
        boolean inForce,
        boolean pending,
        boolean gone,
        List<String> marks,
        List<DetailText> details,
        @Nullable String late,
        boolean retractable) {

    /** Newest first. */
    static List<TrailItem> of(FailureView view) {
        Map<UUID, TransitionFact> replacedBy = new HashMap<>();
        Map<UUID, TransitionFact> confirmedBy = new HashMap<>();
        for (TransitionFact fact : view.transitions()) {
            if (fact.supersedes() != null) {
                replacedBy.put(fact.supersedes(), fact);
            }
            if (fact.confirms() != null) {
                confirmedBy.put(fact.confirms(), fact);
            }
        }
        List<TrailItem> items = new ArrayList<>();
        for (TransitionFact fact : view.transitions()) {
            items.add(0, item(view, fact, replacedBy.get(fact.id()), confirmedBy.get(fact.id())));
        }
        return items;
    }

    public Instant occurredAt() {
        return fact.occurredAt();
    }

    /** How long the server did not know of it; null if that was no day, which needs no reason either. */
    public @Nullable String delay() {
        Duration delay = Lag.recordingDelay(fact.occurredAt(), fact.recordedAt());
        return delay.toDays() < 1 ? null : DurationText.of(delay);
    }

    /** The number under which the ledger has it. */
    public long number() {
        return fact.leaf();
    }

    public String heading() {
        String stage = fact.stage().label();
        if (fact.retraction()) {
            return stage + " taken back";
        }
        return fact.proposal() ? stage + " proposed" : stage;
    }

    /** Whether a corrected entry could take its place: on the line and not history that was imported. */
    public boolean replaceable() {
        return inForce && fact.stage().onLine() && !fact.imported();
    }

    private static TrailItem item(
            FailureView view,
            TransitionFact fact,
            @Nullable TransitionFact replacedBy,
            @Nullable TransitionFact confirmedBy) {
        boolean inForce = view.timeline().effective().contains(fact);
        boolean pending = view.timeline().pending().contains(fact);
        List<String> marks = new ArrayList<>();
        if (fact.imported()) {
            marks.add("imported");
        }
        if (fact.details().mergedFrom().isPresent()) {
            marks.add("from a merge");
        }
        if (pending) {
            marks.add("waits for a second person");
        }
        if (confirmedBy != null) {
            marks.add("confirmed by " + who(view, confirmedBy.actor()));
        }
        if (fact.confirms() != null) {
            marks.add("confirms a proposal");
        }
        if (replacedBy != null) {
            marks.add(replacedBy.retraction() ? "taken back later" : "replaced later");
        }
        if (fact.supersedes() != null && !fact.retraction()) {
            marks.add("replaces an earlier entry");
        }
        return new TrailItem(
                fact,
                who(view, fact.actor()),
                inForce,
                pending,
                replacedBy != null,
                marks,
                DetailText.of(fact.stage(), fact.details()),
                view.lateReasons().get(fact.id()),
                (inForce || pending)
                        && !fact.retraction()
                        && fact.details().mergedFrom().isEmpty()
                        && !isBuiltUpon(view, fact));
    }

    private static boolean isBuiltUpon(FailureView view, TransitionFact fact) {
        return fact.stage() == Stage.EMERGED
                || fact.stage().onLine()
                        && view.timeline()
                                .stage(fact.cycle())
                                .filter(furthest ->
                                        furthest.number() > fact.stage().number())
                                .isPresent();
    }

    static String who(FailureView view, Actor actor) {
        return switch (actor.kind()) {
            case PERSON -> view.names().getOrDefault(actor.id(), "Somebody (" + actor.id() + ")");
            case KEY -> "Key " + actor.id();
            case SERVER -> "Fixtrail";
            case OPERATOR -> "Operator";
        };
    }
}
