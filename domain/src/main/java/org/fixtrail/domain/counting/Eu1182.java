package org.fixtrail.domain.counting;

import static org.fixtrail.domain.counting.CountingRule.EU1182_ART_3_1;
import static org.fixtrail.domain.counting.CountingRule.EU1182_ART_3_2_A;
import static org.fixtrail.domain.counting.CountingRule.EU1182_ART_3_2_B;
import static org.fixtrail.domain.counting.CountingRule.EU1182_ART_3_2_C;
import static org.fixtrail.domain.counting.CountingRule.EU1182_ART_3_3;
import static org.fixtrail.domain.counting.CountingRule.EU1182_ART_3_4;
import static org.fixtrail.domain.counting.CountingRule.EU1182_ART_3_5;
import static org.fixtrail.domain.counting.Reading.LEGAL;
import static org.fixtrail.domain.counting.Reading.ROLLED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Periods by Regulation (EEC, Euratom) No 1182/71, Articles 2 and 3. Used once. */
final class Eu1182 {
    private static final int LEAST_WORKING_DAYS = 2;

    private final Count count;
    private final WorkingDays workingDays;
    private final ZoneId zone;
    private final List<CountingStep> steps = new ArrayList<>();

    Eu1182(Count count) {
        this.count = count;
        this.workingDays = count.workingDays();
        this.zone = count.start().getZone();
    }

    CountedEnd end() {
        return count.length().unit() == LengthUnit.HOURS ? endOfHours() : endOfDays();
    }

    /** No roll: Article 3(4) leaves out periods in hours, and whether 3(5) reaches them is unsettled. */
    private CountedEnd endOfHours() {
        Instant strict = count.elapsed().toInstant();
        steps.add(count.elapsedStep(strict));
        // by offset, since a local hour may be cut short where clocks change by less than an hour
        ZonedDateTime first = count.start()
                .toOffsetDateTime()
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1)
                .atZoneSameInstant(zone);
        step(
                EU1182_ART_3_1,
                count.startDate(),
                first.toLocalDate(),
                first.toInstant(),
                "the hour of the event is not counted; the first hour begins at " + Words.time(first));
        ZonedDateTime last = first.plusHours(count.length().amount());
        step(
                EU1182_ART_3_2_A,
                first.toLocalDate(),
                last.toLocalDate(),
                last.toInstant(),
                count.length().words() + " end with the last hour, at " + Words.time(last));
        return count.ends(strict, last.toInstant(), last.toInstant(), steps);
    }

    private CountedEnd endOfDays() {
        LocalDate first = count.startDate().plusDays(1);
        LocalDate last = lastDay();
        Instant elapsed = count.elapsed().toInstant();
        // a day of 23 hours ends before 24 have passed
        Instant strict = elapsed.isAfter(endOf(last)) ? endOf(last) : elapsed;
        steps.add(count.elapsedStep(strict));
        step(
                EU1182_ART_3_1,
                count.startDate(),
                first,
                startOf(first),
                "the day of the event, " + Words.date(count.startDate()) + ", is not counted; the first day is "
                        + Words.date(first));
        counted(first, last);
        LocalDate rolled = roll(last);
        LocalDate legal = extend(first, rolled);
        return count.ends(strict, endOf(rolled), endOf(legal), steps);
    }

    private LocalDate lastDay() {
        LocalDate event = count.startDate();
        int amount = count.length().amount();
        return switch (count.length().unit()) {
            case DAYS -> event.plusDays(amount);
            case WORKING_DAYS -> workingDays.after(event, amount);
            case WEEKS -> event.plusWeeks(amount);
            case MONTHS -> event.plusMonths(amount);
            case HOURS -> throw new IllegalStateException("hours have no last day");
        };
    }

    private void counted(LocalDate first, LocalDate last) {
        String end = count.length().words() + " end with the last hour of " + Words.date(last);
        switch (count.length().unit()) {
            case WORKING_DAYS -> {
                step(EU1182_ART_3_3, first, last, endOf(last), "only working days count");
                step(EU1182_ART_3_2_B, first, last, endOf(last), end);
            }
            case WEEKS ->
                step(EU1182_ART_3_2_C, first, last, endOf(last), end + ", the same day of the week as the event");
            case MONTHS -> step(EU1182_ART_3_2_C, first, last, endOf(last), end + sameDate(last));
            default -> step(EU1182_ART_3_2_B, first, last, endOf(last), end);
        }
    }

    private String sameDate(LocalDate last) {
        return last.getDayOfMonth() == count.startDate().getDayOfMonth()
                ? ", the same date as the event"
                : ": that month has no day " + count.startDate().getDayOfMonth();
    }

    private LocalDate roll(LocalDate last) {
        LocalDate next = workingDays.from(last);
        if (!next.equals(last)) {
            step(
                    EU1182_ART_3_4,
                    last,
                    next,
                    endOf(next),
                    "no working day: " + workingDays.freeDays(last, next)
                            + "; the period ends with the last hour of the next working day, " + Words.date(next));
        }
        return next;
    }

    private LocalDate extend(LocalDate first, LocalDate rolled) {
        if (count.length().equals(Length.days(1)) || count.length().equals(Length.workingDays(1))) {
            return rolled;
        }
        long held = workingDays.count(first, rolled, LEAST_WORKING_DAYS);
        LocalDate last = workingDays.after(rolled, (int) (LEAST_WORKING_DAYS - held));
        if (!last.equals(rolled)) {
            String why = "from " + Words.date(first) + " to " + Words.date(rolled)
                    + " there is one working day; a period"
                    + " of two days or more holds at least two: it ends with the last hour of " + Words.date(last);
            steps.add(new CountingStep(LEGAL, EU1182_ART_3_5, rolled, last, endOf(last), why));
        }
        return last;
    }

    private void step(CountingRule rule, LocalDate from, LocalDate to, Instant end, String why) {
        steps.add(new CountingStep(ROLLED, rule, from, to, end, why));
    }

    private Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private Instant endOf(LocalDate date) {
        return startOf(date.plusDays(1));
    }
}
