package org.fixtrail.services.clock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockState;

/**
 * The deadlines of the weeks of a month, from Monday to Sunday. A deadline at 24:00 belongs to the day that it ends.
 *
 * @param zone in which days begin and end
 */
public record DeadlineMonth(YearMonth month, ZoneId zone, List<Day> days) {
    /**
     * @param deadlines the first of the day
     * @param total how many there are
     */
    public record Day(LocalDate date, List<DayDeadline> deadlines, long total) {
        /** How many are not shown. */
        public long more() {
            return total - deadlines.size();
        }
    }

    /** The end of one clock by law, or by the target. */
    public record DayDeadline(UUID clock, String obligation, String failure, ClockState state, Instant legalAt) {}

    static LocalDate firstDay(YearMonth month) {
        return month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static LocalDate lastDay(YearMonth month) {
        return month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }
}
