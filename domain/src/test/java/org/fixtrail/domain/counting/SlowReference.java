package org.fixtrail.domain.counting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Regulation 1182/71 again, so slowly that one sees that it is right: it writes the days of the period down one by one and
 * stops at the first that satisfies every paragraph. Shares no line with the engine.
 */
final class SlowReference {
    private final Set<LocalDate> holidays;

    SlowReference(Set<LocalDate> holidays) {
        this.holidays = holidays;
    }

    /** The last day by Article 3(1) to (4), and with (5) if asked for. */
    LocalDate lastDay(LocalDate event, int amount, LengthUnit unit, boolean withParagraph5) {
        List<LocalDate> period = new ArrayList<>();
        int working = 0;
        LocalDate day = event;
        while (true) {
            day = day.plusDays(1);
            period.add(day);
            if (isWorking(day)) {
                working++;
            }
            boolean longEnough = switch (unit) {
                case DAYS -> period.size() >= amount;
                case WEEKS -> period.size() >= 7 * amount;
                case WORKING_DAYS -> working >= amount;
                case MONTHS -> !day.isBefore(sameDate(event, amount));
                case HOURS -> throw new IllegalArgumentException();
            };
            boolean oneDay = amount == 1 && (unit == LengthUnit.DAYS || unit == LengthUnit.WORKING_DAYS);
            boolean enoughWorkingDays = !withParagraph5 || oneDay || working >= 2;
            if (longEnough && isWorking(day) && enoughWorkingDays) {
                return day;
            }
        }
    }

    private boolean isWorking(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> !holidays.contains(day);
            case SATURDAY, SUNDAY -> false;
        };
    }

    /** The day of that number so many months on; in a shorter month its last day. */
    private static LocalDate sameDate(LocalDate event, int months) {
        int year = event.getYear();
        int month = event.getMonthValue();
        for (int i = 0; i < months; i++) {
            month++;
            if (month == 13) {
                month = 1;
                year++;
            }
        }
        int day = event.getDayOfMonth();
        while (!YearMonth.of(year, month).isValidDay(day)) {
            day--;
        }
        return LocalDate.of(year, month, day);
    }
}
