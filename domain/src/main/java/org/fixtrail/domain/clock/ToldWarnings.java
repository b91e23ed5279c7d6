package org.fixtrail.domain.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The warning points of a clock that need no telling any more: those that were told, and those that a later one made
 * superfluous.
 */
record ToldWarnings(List<WarningPoint> points) {
    ToldWarnings {
        points = List.copyOf(points);
    }

    /** After the deadline moved: a point that lies ahead now is told when it comes. */
    ToldWarnings after(List<WarningPoint> moved, Instant now) {
        return new ToldWarnings(passed(moved, now).stream().filter(this::has).toList());
    }

    /** The one point to be told: the latest that has passed, unless it or a later one was told. */
    Optional<WarningPoint> news(List<WarningPoint> all, Instant now) {
        return passed(all, now).stream()
                .max(Comparator.comparing(WarningPoint::at))
                .filter(point -> !has(point))
                .filter(point -> points.stream().noneMatch(told -> !told.at().isBefore(point.at())));
    }

    ToldWarnings with(List<WarningPoint> all, Instant now) {
        List<WarningPoint> both = new ArrayList<>(points);
        passed(all, now).stream().filter(point -> !has(point)).forEach(both::add);
        return new ToldWarnings(both);
    }

    private boolean has(WarningPoint point) {
        return points.stream().anyMatch(told -> told.code().equals(point.code()));
    }

    private static List<WarningPoint> passed(List<WarningPoint> all, Instant now) {
        return all.stream().filter(point -> !point.at().isAfter(now)).toList();
    }
}
