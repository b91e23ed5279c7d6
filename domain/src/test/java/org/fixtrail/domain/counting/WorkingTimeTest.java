package org.fixtrail.domain.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fixtrail.domain.counting.CountingFixture.BERLIN;
import static org.fixtrail.domain.counting.CountingFixture.DE;
import static org.fixtrail.domain.counting.CountingFixture.berlin;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkingTimeTest {
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> ALWAYS = EnumSet.allOf(DayOfWeek.class);
    private static final WorkingTime OFFICE = time(WEEK, "09:00", "17:00", BERLIN);

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2026-11-20T10:00, 120, 2026-11-20T12:00
                    2026-11-20T16:00, 60, 2026-11-20T17:00
                    2026-11-20T16:00, 61, 2026-11-23T09:01
                    2026-11-20T17:00, 1, 2026-11-23T09:01
                    2026-11-20T08:00, 60, 2026-11-20T10:00
                    2026-11-21T12:00, 480, 2026-11-23T17:00
                    2026-12-24T16:30, 60, 2026-12-28T09:30
                    2026-12-31T09:00, 960, 2027-01-04T17:00
                    """)
    void it_ends_in_working_time_and_at_the_end_of_a_day_rather_than_at_the_next_one(
            String start, int minutes, String end) {
        assertThat(OFFICE.after(berlin(start), Duration.ofMinutes(minutes))).isEqualTo(berlin(end));
    }

    @Test
    void nothing_is_used_up_at_once() {
        Instant saturday = berlin("2026-11-21T12:00");

        assertThat(OFFICE.after(saturday, Duration.ZERO)).isEqualTo(saturday);
        assertThat(OFFICE.between(saturday, saturday)).isZero();
    }

    @Test
    void a_length_below_a_minute_is_kept_to_the_microsecond() {
        Instant start = berlin("2026-11-20T16:59").plusNanos(999_000);

        assertThat(OFFICE.after(start, Duration.ofMinutes(1)))
                .isEqualTo(berlin("2026-11-23T09:00").plusNanos(999_000));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2026-03-29, 01:00, 03:30, 90
                    2026-03-29, 02:30, 04:00, 60
                    2026-03-29, 00:00, 05:00, 240
                    2026-10-25, 01:00, 03:30, 210
                    2026-10-25, 02:30, 04:00, 120
                    """)
    void an_hour_that_clocks_skip_is_not_worked_and_one_that_they_show_twice_is_worked_twice(
            LocalDate day, String from, String until, int minutes) {
        WorkingTime night = time(ALWAYS, from, until, BERLIN);

        assertThat(night.between(midnight(day), midnight(day.plusDays(1)))).isEqualTo(Duration.ofMinutes(minutes));
    }

    /** Against a reference that asks each minute what the clock on the wall shows. */
    @ParameterizedTest
    @MethodSource("times")
    void each_answer_is_that_of_the_minutes_one_by_one(WorkingTime time, LocalDate first, int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            Instant start = midnight(first).plus(Duration.ofMinutes(random.nextInt(20 * 1_440)));
            int length = 1 + random.nextInt(round < 15 ? 60 : 3_000);
            Instant expected = minuteByMinute(time, start, length);

            Instant end = time.after(start, Duration.ofMinutes(length));

            assertThat(end)
                    .as("%s, %s minutes from %s", time.words(), length, start)
                    .isEqualTo(expected);
            assertThat(time.between(start, end)).isEqualTo(Duration.ofMinutes(length));
        }
    }

    /** Around the days on which clocks are set, in zones that do so at odd hours, and over Christmas. */
    static Stream<Arguments> times() {
        List<ZoneId> zones = Stream.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "America/Sao_Paulo",
                        "America/Havana",
                        "Australia/Lord_Howe",
                        "Asia/Kathmandu",
                        "Pacific/Apia",
                        "UTC")
                .map(ZoneId::of)
                .toList();
        List<LocalDate> days = Stream.of(
                        "2026-03-20",
                        "2026-10-20",
                        "2026-12-18",
                        "2026-11-01",
                        "2018-02-10",
                        "2018-10-28",
                        "2026-04-01",
                        "2011-12-20")
                .map(LocalDate::parse)
                .toList();
        return zones.stream()
                .flatMap(zone -> days.stream()
                        .flatMap(day ->
                                IntStream.range(0, 4).mapToObj(which -> Arguments.of(which(which, zone), day, which))));
    }

    private static WorkingTime which(int which, ZoneId zone) {
        return switch (which) {
            case 0 -> time(WEEK, "09:00", "17:00", zone);
            case 1 -> time(ALWAYS, "00:00", "00:00", zone);
            case 2 -> time(ALWAYS, "02:30", "04:00", zone);
            default -> time(EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.WEDNESDAY), "22:15", "00:00", zone);
        };
    }

    /** Shares no line with the engine: the end of the n-th minute that the wall shows as working time. */
    private static Instant minuteByMinute(WorkingTime time, Instant start, int length) {
        Instant minute = start;
        int worked = 0;
        while (true) {
            ZonedDateTime wall = minute.atZone(time.zone());
            int shown = wall.getHour() * 60 + wall.getMinute();
            int from = time.from().getHour() * 60 + time.from().getMinute();
            int until = time.until().getHour() * 60 + time.until().getMinute();
            boolean free = !time.days().contains(wall.getDayOfWeek())
                    || time.holidays().holiday(wall.toLocalDate()).isPresent();
            if (!free && shown >= from && shown < (until == 0 ? 1_440 : until)) {
                worked++;
            }
            minute = minute.plusSeconds(60);
            if (worked == length) {
                return minute;
            }
        }
    }

    @Test
    void the_whole_week_around_the_clock_is_elapsed_time_whatever_clocks_do() {
        WorkingTime always = new WorkingTime(ALWAYS, LocalTime.MIN, LocalTime.MIN, BERLIN, HolidayCalendar.NONE);
        Instant start = berlin("2026-03-27T13:17");

        assertThat(always.after(start, Duration.ofDays(300))).isEqualTo(start.plus(Duration.ofDays(300)));
    }

    @Test
    void a_day_and_a_week_are_ordinary_ones() {
        assertThat(OFFICE.day()).isEqualTo(Duration.ofHours(8));
        assertThat(OFFICE.week()).isEqualTo(Duration.ofHours(40));
    }

    @Test
    void what_cannot_be_worked_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> time(Set.of(), "09:00", "17:00", BERLIN));
        assertThatIllegalArgumentException().isThrownBy(() -> time(WEEK, "09:00", "09:59", BERLIN));
        assertThatIllegalArgumentException().isThrownBy(() -> time(WEEK, "17:00", "09:00", BERLIN));
        WorkingTime never = new WorkingTime(WEEK, LocalTime.MIN, LocalTime.MIN, BERLIN, new EachDay());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> never.after(berlin("2026-11-20T16:00"), Duration.ofHours(1)));
    }

    private record EachDay() implements HolidayCalendar {
        @Override
        public String id() {
            return "always";
        }

        @Override
        public Optional<String> holiday(LocalDate date) {
            return Optional.of("free");
        }
    }

    @Test
    void it_says_when_it_is_in_words() {
        assertThat(OFFICE.words())
                .isEqualTo("Monday to Friday from 09:00 to 17:00 (Europe/Berlin), but for the holidays of DE");
        assertThat(new WorkingTime(
                                EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY),
                                LocalTime.of(8, 30),
                                LocalTime.MIDNIGHT,
                                ZoneId.of("UTC"),
                                HolidayCalendar.NONE)
                        .words())
                .isEqualTo("Monday, Wednesday and Friday from 08:30 to 24:00 (UTC)");
        assertThat(time(EnumSet.of(DayOfWeek.SUNDAY), "08:00", "09:00", BERLIN).words())
                .startsWith("Sunday from");
    }

    @Test
    void it_tells_the_holidays_that_it_skipped_and_not_those_on_free_days() {
        assertThat(OFFICE.holidaysBetween(berlin("2026-12-24T16:30"), berlin("2026-12-28T09:30")))
                .contains("Friday 25 December 2026 (Christmas Day)");
        assertThat(OFFICE.holidaysBetween(berlin("2026-11-20T16:30"), berlin("2026-11-23T09:30")))
                .isEmpty();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(BERLIN).toInstant();
    }

    private static WorkingTime time(Set<DayOfWeek> days, String from, String until, ZoneId zone) {
        return new WorkingTime(days, LocalTime.parse(from), LocalTime.parse(until), zone, DE);
    }
}
