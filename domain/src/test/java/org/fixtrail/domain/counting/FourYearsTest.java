package org.fixtrail.domain.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every day of 2025 to 2028, of which 2028 is a leap year. */
class FourYearsTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate END = LocalDate.of(2029, 1, 1);
    private static final Map<LengthUnit, List<Integer>> AMOUNTS = Map.of(
            LengthUnit.DAYS, List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 15, 30, 60),
            LengthUnit.WORKING_DAYS, List.of(1, 2, 3, 5, 15, 20),
            LengthUnit.WEEKS, List.of(1, 2, 4),
            LengthUnit.MONTHS, List.of(1, 2, 3));

    @ParameterizedTest
    @CsvSource({
        "DE, Europe/Berlin, 00:00",
        "DE, Europe/Berlin, 23:59:59.999999",
        "none, Pacific/Kiritimati, 02:30",
        "DE, America/New_York, 02:30"
    })
    void agree_with_the_reference(String calendarId, ZoneId zone, LocalTime time) {
        HolidayCalendar calendar = CountingFixture.calendar(calendarId);
        SlowReference reference = new SlowReference(dates(calendar));
        AMOUNTS.forEach((unit, amounts) -> amounts.forEach(amount -> everyDay(day -> {
            Instant start = day.atTime(time).atZone(zone).toInstant();

            CountedEnd end = Counting.EU1182.count(start, new Length(amount, unit), zone, calendar);

            LocalDate rolled = reference.lastDay(day, amount, unit, false);
            LocalDate legal = reference.lastDay(day, amount, unit, true);
            assertThat(List.of(end.lastDay(Reading.ROLLED), end.lastDay(Reading.LEGAL)))
                    .as("%s + %s %s", day, amount, unit)
                    .containsExactly(rolled, legal);
            assertThat(end.rolledAt()).isEqualTo(midnightAfter(rolled, zone));
            assertThat(end.legalAt()).isEqualTo(midnightAfter(legal, zone));
            assertThat(end.strictAt()).isAfter(start).isBeforeOrEqualTo(end.rolledAt());
        })));
    }

    @Test
    void a_weekend_limit_of_dora_moves_to_noon_and_no_other_does() {
        ZoneId zone = CountingFixture.BERLIN;
        Set<LocalDate> holidays = dates(CountingFixture.DE);
        everyDay(day -> {
            Instant start = day.atTime(16, 45).atZone(zone).toInstant();

            CountedEnd end = Counting.DORA.count(start, Length.hours(4), zone, CountingFixture.DE);

            LocalDate working = day;
            while (working.getDayOfWeek().getValue() > 5 || holidays.contains(working)) {
                working = working.plusDays(1);
            }
            Instant elapsed = start.plusSeconds(4 * 3600);
            assertThat(end.strictAt()).isEqualTo(elapsed);
            assertThat(end.legalAt())
                    .isEqualTo(
                            working.equals(day)
                                    ? elapsed
                                    : working.atTime(12, 0).atZone(zone).toInstant());
        });
    }

    private static void everyDay(Consumer<LocalDate> check) {
        FIRST.datesUntil(END).forEach(check);
    }

    private static Set<LocalDate> dates(HolidayCalendar calendar) {
        return FIRST.datesUntil(END.plusYears(1))
                .filter(day -> calendar.holiday(day).isPresent())
                .collect(Collectors.toSet());
    }

    private static Instant midnightAfter(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atTime(0, 0).atZone(zone).toInstant();
    }
}
