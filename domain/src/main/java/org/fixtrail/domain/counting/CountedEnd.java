package org.fixtrail.domain.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * When a period ends, in three readings, and how each was found. Never is a reading before the one above it.
 *
 * @param zone of the addressee; days, dates and holidays are those there
 * @param steps from the event on; never empty
 */
public record CountedEnd(
        Instant startedAt, ZoneId zone, Instant strictAt, Instant rolledAt, Instant legalAt, List<CountingStep> steps) {
    public CountedEnd {
        steps = List.copyOf(steps);
        if (strictAt.isBefore(startedAt) || rolledAt.isBefore(strictAt) || legalAt.isBefore(rolledAt)) {
            throw new IllegalArgumentException(
                    "out of order: " + startedAt + ", " + strictAt + ", " + rolledAt + ", " + legalAt);
        }
    }

    /** The local date on which the reading ends; 24:00 belongs to the day that it ends. */
    public LocalDate lastDay(Reading reading) {
        return steps.stream()
                .filter(step -> step.reading().compareTo(reading) <= 0)
                .reduce((first, second) -> second)
                .orElseThrow()
                .to();
    }
}
