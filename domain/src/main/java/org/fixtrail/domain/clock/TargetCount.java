package org.fixtrail.domain.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fixtrail.domain.counting.Reckoning;
import org.fixtrail.domain.counting.Words;
import org.fixtrail.domain.counting.WorkingTime;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/**
 * When the clock of a target ends: its length is used up in the target's own counting, and stands still in pauses. So a pause
 * moves the end by as much of that counting as it lasted, and one that begins after the end moves nothing.
 *
 * @param working null for elapsed time
 * @param home in which elapsed time is told
 */
record TargetCount(Target target, @Nullable HeldTime working, List<Pause> pauses, ZoneId home) {

    /**
     * @param pauses in order; those that lasted at a moment end there
     * @param moment as of which the end is asked; what is paused after it is left out
     */
    static TargetCount of(Target target, @Nullable HeldTime working, List<Pause> pauses, ZoneId home, Instant moment) {
        List<Pause> known = pauses.stream()
                .filter(pause -> pause.from().isBefore(moment))
                .map(pause -> pause.until(moment))
                .toList();
        return new TargetCount(target, working, known, home);
    }

    Duration length() {
        return target.terms().length(works() ? time().day() : Duration.ofDays(1));
    }

    private WorkingTime time() {
        return Objects.requireNonNull(working, "a target counts in a working time that nobody stated")
                .time();
    }

    private Reckoning reckoning() {
        return works() ? time() : Reckoning.ELAPSED;
    }

    private boolean works() {
        return target.counting() == TargetCounting.WORKING_TIME;
    }

    Instant end(Instant start) {
        return after(start, length());
    }

    private Instant after(Instant start, Duration length) {
        Instant at = start;
        Duration left = length;
        for (Pause pause : pausesAfter(start)) {
            Instant begin = later(pause.from(), at);
            Duration used = reckoning().between(at, begin);
            if (used.compareTo(left) >= 0) {
                break;
            }
            left = left.minus(used);
            at = later(Objects.requireNonNull(pause.until()), at);
        }
        return Moments.toMicros(reckoning().after(at, left));
    }

    private List<Pause> pausesAfter(Instant start) {
        return pauses.stream()
                .filter(pause -> Objects.requireNonNull(pause.until()).isAfter(start))
                .toList();
    }

    Deadline deadline(Instant start, List<WarningPoint> points) {
        Instant end = end(start);
        return new Deadline(start, points.get(0).at(), end, end, end);
    }

    List<WarningPoint> points(Instant start, WarningPlan warnings) {
        return warnings.points(start, end(start), share -> after(start, WarningPlan.share(length(), share)));
    }

    TargetBasis basis(Instant start) {
        List<String> steps = new ArrayList<>();
        Instant end = end(start);
        boolean works = works();
        steps.add(target.terms().words() + " from " + told(start)
                + (works
                        ? ", counted while the organisation works: " + time().words()
                                + (target.terms().unit() == TargetUnit.DAYS
                                        ? "; a day has " + Words.span(time().day())
                                        : "")
                        : ", as time passes"));
        for (Pause pause : pausesAfter(start)) {
            Instant from = later(pause.from(), start);
            Instant until = Objects.requireNonNull(pause.until());
            if (from.isBefore(end)) {
                steps.add("not counted from " + told(from) + " to " + told(until) + ", "
                        + pause.reason().label() + " (" + pause.party() + "): "
                        + counted(reckoning().between(from, until)));
            }
        }
        if (works) {
            time().holidaysBetween(start, end).ifPresent(days -> steps.add("not counted: " + days));
        }
        steps.add("it ends at " + told(end));
        return new TargetBasis(works ? Objects.requireNonNull(working).row() : null, steps);
    }

    private String counted(Duration span) {
        if (!works()) {
            return Words.span(span);
        }
        return span.isZero() ? "no working time" : Words.span(span) + " of working time";
    }

    private String told(Instant at) {
        ZoneId zone = works() ? time().zone() : home;
        return Words.time(at.atZone(zone));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
