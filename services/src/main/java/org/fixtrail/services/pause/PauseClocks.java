package org.fixtrail.services.pause;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.ClockPause;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.Pause;
import org.fixtrail.domain.clock.PauseHistory;
import org.fixtrail.domain.clock.PauseReason;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.services.access.ActorNames;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.clock.Clocks;
import org.fixtrail.services.clock.Pauses;
import org.fixtrail.services.clock.Targets;
import org.fixtrail.services.failure.Failures;
import org.fixtrail.services.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Pauses the clocks of a failure's targets, where these allow it, and lets them run again. A pause begins when it is recorded,
 * since the record proves nothing earlier; its end may be dated back, which only makes deadlines earlier. Clocks of laws never
 * pause.
 */
@ApplicationScoped
@Transactional
public class PauseClocks {
    private final Failures failures;
    private final Clocks clocks;
    private final Targets targets;
    private final Pauses pauses;
    private final ActorNames names;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    PauseClocks(
            Failures failures,
            Clocks clocks,
            Targets targets,
            Pauses pauses,
            ActorNames names,
            Ledger ledger,
            Clock clock) {
        this.failures = failures;
        this.clocks = clocks;
        this.targets = targets;
        this.pauses = pauses;
        this.names = names;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected PauseClocks() {
        this(null, null, null, null, null, null, null);
    }

    @Requires(Permission.VIEW_RECORD)
    public PauseView of(UUID failureId) {
        Failure failure = failures.get(failureId);
        List<ClockPause> acts = pauses.acts(failureId);
        int cycle = failures.now(failures.facts(failure.id())).cycle();
        return new PauseView(
                acts, PauseHistory.of(acts).lasting(cycle), allowed(failureId, cycle, now()), names.of(acts.stream()));
    }

    /** The clocks that stand still from now on are those of running targets that allow the reason. */
    @Requires(Permission.CLASSIFY_FAILURE)
    public Outcome<UUID> pause(UUID failureId, NewPause wanted) {
        Failure failure = failures.get(failureId);
        clocks.lock(failureId);
        List<FieldProblem> problems = wanted.problems();
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        PauseReason reason = Objects.requireNonNull(wanted.reason());
        Instant now = now();
        Timeline timeline = failures.now(failures.facts(failureId));
        if (pauses.of(failureId).lasting(timeline.cycle(), reason).isPresent()) {
            return Outcome.refused("paused", "The failure is paused for this reason already.");
        }
        if (!allowed(failureId, timeline.cycle(), now).contains(reason)) {
            return Outcome.refused(
                    "nothing-to-pause",
                    "No clock that runs belongs to a target that may pause for this reason. A clock that is over stays so, and"
                            + " legal clocks never pause.");
        }
        return record(
                failure,
                timeline,
                new ClockPause(
                        UUID.randomUUID(),
                        failureId,
                        failure.systemId(),
                        timeline.cycle(),
                        reason,
                        false,
                        wanted.party().strip(),
                        now,
                        wanted.note().strip()));
    }

    /**
     * The clocks run again.
     *
     * @param since when what was waited for came: not before the pause began and not in the future; null for now
     */
    @Requires(Permission.CLASSIFY_FAILURE)
    public Outcome<UUID> resume(UUID failureId, @Nullable PauseReason reason, @Nullable Instant since, String note) {
        Failure failure = failures.get(failureId);
        clocks.lock(failureId);
        Timeline timeline = failures.now(failures.facts(failureId));
        Instant now = now();
        List<FieldProblem> problems = new ArrayList<>();
        if (reason == null) {
            problems.add(new FieldProblem("reason", "must be chosen"));
        }
        if (!NewPause.isNote(note)) {
            problems.add(new FieldProblem("note", "say what came, in 1 to 5,000 characters"));
        }
        Optional<Pause> lasting = Optional.ofNullable(reason)
                .flatMap(known -> pauses.of(failureId).lasting(timeline.cycle(), known));
        Instant at = since == null ? now : Moments.toMicros(since);
        if (lasting.filter(pause -> at.isBefore(pause.from())).isPresent() || at.isAfter(now)) {
            problems.add(new FieldProblem("at", "must lie between the begin of the pause and now"));
        }
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        if (lasting.isEmpty()) {
            return Outcome.refused("not-paused", "The failure is not paused for this reason.");
        }
        Pause pause = lasting.get();
        return record(
                failure,
                timeline,
                new ClockPause(
                        UUID.randomUUID(),
                        failureId,
                        failure.systemId(),
                        pause.cycle(),
                        pause.reason(),
                        true,
                        pause.party(),
                        at,
                        note.strip()));
    }

    private Outcome<UUID> record(Failure failure, Timeline timeline, ClockPause act) {
        ledger.append(act);
        clocks.refresh(failure, timeline);
        return Outcome.done(act.id());
    }

    /** The reasons that targets allow whose clocks run in a cycle, and are not over. */
    private List<PauseReason> allowed(UUID failureId, int cycle, Instant now) {
        return targets.pauseReasons(clocks.of(failureId).stream()
                .filter(running -> running.cycle() == cycle && running.state() == ClockState.RUNNING)
                .filter(running -> now.isBefore(running.legalAt()))
                .toList());
    }

    private Instant now() {
        return Moments.toMicros(Instant.now(clock));
    }
}
