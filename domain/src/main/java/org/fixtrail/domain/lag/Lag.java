package org.fixtrail.domain.lag;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.fixtrail.domain.failure.Stage;

/**
 * The time between two stages in one cycle of one failure.
 *
 * @param pair the two stages
 * @param outcome what ended it, or OPEN
 * @param start when the first stage was reached
 * @param end when it ended, or the as-of moment while open; before {@code start} only if CONTRADICTORY
 */
public record Lag(StagePair pair, Outcome outcome, Instant start, Instant end) {
    public Lag {
        requireNonNull(pair, "pair");
        requireNonNull(outcome, "outcome");
        if (end.isBefore(start) != (outcome == Outcome.CONTRADICTORY)) {
            throw new IllegalArgumentException(outcome + " lag from " + start + " to " + end);
        }
    }

    /**
     * Measures one lag as of a moment. The first of these ends it: the second stage, an ending, a stage that passes it
     * by; at equal times in this order. Times after the as-of moment have not happened.
     *
     * @return empty if the first stage had not been reached
     */
    public static Optional<Lag> measure(FailureLine line, StagePair pair, Instant asOf) {
        return line.reachedAt(pair.from(), asOf).map(start -> from(start, line, pair, asOf));
    }

    private static Lag from(Instant start, FailureLine line, StagePair pair, Instant asOf) {
        Optional<End> reached = line.reachedAt(pair.to(), asOf).map(at -> new End(Outcome.REACHED, at));
        Optional<End> ended = line.endingAsOf(asOf).map(end -> new End(Outcome.ofEnding(end.stage()), end.at()));
        Optional<End> passed = reached.isPresent() ? Optional.empty() : passedBy(line, pair, asOf);
        End end = Stream.of(reached, ended, passed)
                .flatMap(Optional::stream)
                .reduce((first, next) -> next.at().isBefore(first.at()) ? next : first)
                .orElse(new End(Outcome.OPEN, asOf));
        Outcome outcome = end.at().isBefore(start) ? Outcome.CONTRADICTORY : end.outcome();
        return new Lag(pair, outcome, start, end.at());
    }

    private static Optional<End> passedBy(FailureLine line, StagePair pair, Instant asOf) {
        return Stage.line().stream()
                .filter(pair::isPassedBy)
                .flatMap(stage -> line.reachedAt(stage, asOf).stream())
                .min(Instant::compareTo)
                .map(at -> new End(Outcome.PASSED, at));
    }

    /**
     * How long after it happened the server learned of it; negative if it was entered ahead of its time.
     *
     * @param occurredAt when it really happened
     * @param recordedAt the server's time of recording
     */
    public static Duration recordingDelay(Instant occurredAt, Instant recordedAt) {
        return Duration.between(occurredAt, recordedAt);
    }

    /** From start to end; negative only if CONTRADICTORY. */
    public Duration length() {
        return Duration.between(start, end);
    }

    /** Closed with a length of exactly zero, as imported history often has. */
    public boolean isZero() {
        return outcome == Outcome.REACHED && start.equals(end);
    }

    private record End(Outcome outcome, Instant at) {}
}
