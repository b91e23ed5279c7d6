package org.fixtrail.domain.counting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** One question to the engine, and its plainest answer: elapsed time. */
record Count(ZonedDateTime start, Length length, WorkingDays workingDays) {

    LocalDate startDate() {
        return start.toLocalDate();
    }

    /**
     * Elapsed time. Working days are what the length is made of, no extension of it: they end at the event's time of day on
     * the last of them.
     */
    ZonedDateTime elapsed() {
        int amount = length.amount();
        return switch (length.unit()) {
            case HOURS -> start.plus(Duration.ofHours(amount));
            case DAYS -> start.plus(Duration.ofDays(amount));
            case WEEKS -> start.plus(Duration.ofDays(7L * amount));
            case MONTHS -> start.plusMonths(amount);
            case WORKING_DAYS -> start.with(workingDays.after(startDate(), amount));
        };
    }

    CountingStep elapsedStep(Instant end) {
        ZonedDateTime shown = end.atZone(start.getZone());
        boolean endsDay = shown.toLocalTime().equals(LocalTime.MIDNIGHT)
                && end.isBefore(elapsed().toInstant());
        LocalDate date = endsDay ? shown.toLocalDate().minusDays(1) : shown.toLocalDate();
        String why = length.words() + " from " + Words.time(start) + ", as time passes, to "
                + (endsDay ? "the end of " + Words.date(date) : Words.time(shown));
        return new CountingStep(Reading.STRICT, CountingRule.ELAPSED, startDate(), date, end, why);
    }

    CountedEnd strictOnly() {
        Instant end = elapsed().toInstant();
        return ends(end, end, end, List.of(elapsedStep(end)));
    }

    CountedEnd ends(Instant strict, Instant rolled, Instant legal, List<CountingStep> steps) {
        return new CountedEnd(start.toInstant(), start.getZone(), strict, rolled, legal, new ArrayList<>(steps));
    }
}
