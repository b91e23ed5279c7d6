package org.fixtrail.domain.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixtrail.domain.counting.CountingFixture.BERLIN;
import static org.fixtrail.domain.counting.CountingFixture.DE;
import static org.fixtrail.domain.counting.CountingFixture.berlin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountingTest {
    private static CountedEnd eu1182(String start, Length length) {
        return Counting.EU1182.count(berlin(start), length, BERLIN, DE);
    }

    @Test
    void a_minute_at_midnight_is_a_day_of_difference() {
        assertThat(eu1182("2026-11-23T23:59:59.999", Length.days(2)).legalAt()).isEqualTo(berlin("2026-11-26T00:00"));
        assertThat(eu1182("2026-11-24T00:00", Length.days(2)).legalAt()).isEqualTo(berlin("2026-11-27T00:00"));
    }

    @Test
    void the_day_is_that_of_the_addressee() {
        Instant start = Instant.parse("2026-11-23T23:30:00Z");

        assertThat(Counting.EU1182
                        .count(start, Length.days(2), ZoneId.of("Europe/Lisbon"), DE)
                        .lastDay(Reading.LEGAL))
                .isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(Counting.EU1182
                        .count(start, Length.days(2), ZoneId.of("Europe/Athens"), DE)
                        .lastDay(Reading.LEGAL))
                .isEqualTo(LocalDate.of(2026, 11, 26));
    }

    @ParameterizedTest(name = "event at {0}: first hour after {1}")
    @CsvSource({
        "2026-11-20T14:00, 2026-11-23T15:00",
        "2026-11-20T14:00:00.000001, 2026-11-23T15:00",
        "2026-11-20T14:59:59.999999, 2026-11-23T15:00",
        "2026-11-20T23:30, 2026-11-24T00:00"
    })
    void the_hour_of_the_event_is_not_counted(String start, String end) {
        assertThat(eu1182(start, Length.hours(72)).legalAt()).isEqualTo(berlin(end));
    }

    @ParameterizedTest
    @EnumSource
    void hours_over_a_weekend_pass_like_any_others(Counting counting) {
        CountedEnd end = counting.count(berlin("2026-11-20T14:00"), Length.hours(24), BERLIN, DE);

        assertThat(end.strictAt()).isEqualTo(berlin("2026-11-21T14:00"));
        assertThat(end.legalAt())
                .isEqualTo(
                        switch (counting) {
                            case EU1182 -> berlin("2026-11-21T15:00");
                            case DORA -> berlin("2026-11-23T12:00");
                            case STRICT -> berlin("2026-11-21T14:00");
                        });
    }

    @Test
    void clocks_that_go_forward_make_a_day_of_23_hours() {
        // 28 March 2027, 02:00 becomes 03:00; 29 March is Easter Monday
        CountedEnd hours = eu1182("2027-03-27T20:10", Length.hours(24));
        assertThat(hours.strictAt()).isEqualTo(berlin("2027-03-28T21:10"));
        assertThat(hours.legalAt()).isEqualTo(berlin("2027-03-28T22:00"));

        CountedEnd days = eu1182("2027-03-26T23:30", Length.days(4));
        assertThat(days.strictAt()).as("not after the day's end").isEqualTo(berlin("2027-03-31T00:00"));
        assertThat(days.lastDay(Reading.STRICT)).isEqualTo(LocalDate.of(2027, 3, 30));
        assertThat(days.rolledAt()).isEqualTo(berlin("2027-03-31T00:00"));
        assertThat(days.steps().get(0).why()).endsWith("to the end of Tuesday 30 March 2027");
    }

    @Test
    void clocks_that_go_back_make_a_day_of_25_hours() {
        // 31 October 2027, 03:00 becomes 02:00; a Sunday
        CountedEnd hours = eu1182("2027-10-30T20:10", Length.hours(24));
        assertThat(hours.strictAt()).isEqualTo(berlin("2027-10-31T19:10"));

        CountedEnd days = eu1182("2027-10-29T20:10", Length.days(3));
        assertThat(days.strictAt()).as("24 hours each").isEqualTo(berlin("2027-11-01T19:10"));
        assertThat(Duration.between(berlin("2027-10-30T00:00"), days.rolledAt()))
                .isEqualTo(Duration.ofHours(73));
    }

    @Test
    void the_second_of_two_equal_hours_is_its_own_hour() {
        Instant firstHalfPastTwo = Instant.parse("2027-10-31T00:30:00Z");

        assertThat(Counting.EU1182
                        .count(firstHalfPastTwo, Length.hours(1), BERLIN, DE)
                        .legalAt())
                .isEqualTo(Instant.parse("2027-10-31T02:00:00Z"));
    }

    @Test
    void a_clock_change_of_half_an_hour_cuts_no_hour_short() {
        // Lord Howe, 4 October 2026: 02:00 becomes 02:30
        Instant start = Instant.parse("2026-10-03T15:40:00Z");

        assertThat(Counting.EU1182
                        .count(start, Length.hours(1), ZoneId.of("Australia/Lord_Howe"), DE)
                        .legalAt())
                .isEqualTo(Instant.parse("2026-10-03T17:00:00Z"));
    }

    @ParameterizedTest(name = "one day from {0} ends with {1}")
    @CsvSource({
        "2026-11-20, 2026-11-23", // Saturday
        "2026-11-21, 2026-11-23", // Sunday
        "2026-12-31, 2027-01-04", // a Friday, New Year
        "2026-11-23, 2026-11-24"
    })
    void a_single_day_needs_one_working_day_only(String aware, String last) {
        CountedEnd end = eu1182(aware + "T09:00", Length.days(1));

        assertThat(end.lastDay(Reading.LEGAL)).hasToString(last);
        assertThat(end.legalAt()).isEqualTo(end.rolledAt());
    }

    @ParameterizedTest(name = "a month from {0} ends with {1}")
    @CsvSource({
        "2028-01-31, 2028-02-29",
        "2027-01-28, 2027-03-01", // 28 February is a Sunday
        "2027-01-29, 2027-03-01",
        "2026-05-31, 2026-06-30",
        "2026-12-31, 2027-02-01" // 31 January is a Sunday
    })
    void months_end_on_the_same_date_or_on_the_last(String aware, String last) {
        assertThat(eu1182(aware + "T09:00", Length.months(1)).lastDay(Reading.LEGAL))
                .hasToString(last);
    }

    @Test
    void weeks_end_on_the_same_day_of_the_week() {
        assertThat(eu1182("2026-11-27T09:00", Length.weeks(4)).lastDay(Reading.STRICT))
                .isEqualTo(LocalDate.of(2026, 12, 25));
        assertThat(eu1182("2026-11-27T09:00", Length.weeks(4)).lastDay(Reading.LEGAL))
                .isEqualTo(LocalDate.of(2026, 12, 28));
    }

    @Test
    void working_days_stop_the_alarm_until_the_last_of_them() {
        assertThat(eu1182("2026-11-20T09:00", Length.workingDays(15)).strictAt())
                .isEqualTo(berlin("2026-12-11T09:00"));
    }

    @Test
    void steps_name_rule_dates_and_reason() {
        CountedEnd end = eu1182("2026-12-24T09:00", Length.days(2));

        assertThat(end.steps().stream()
                        .map(step -> step.reading() + " " + step.rule() + " " + step.from() + " " + step.to() + ": "
                                + step.why())
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        STRICT ELAPSED 2026-12-24 2026-12-26: 2 days from 09:00 on Thursday 24 December 2026, as time passes, to 09:00 on Saturday 26 December 2026
                        ROLLED EU1182_ART_3_1 2026-12-24 2026-12-25: the day of the event, Thursday 24 December 2026, is not counted; the first day is Friday 25 December 2026
                        ROLLED EU1182_ART_3_2_B 2026-12-25 2026-12-26: 2 days end with the last hour of Saturday 26 December 2026
                        ROLLED EU1182_ART_3_4 2026-12-26 2026-12-28: no working day: Saturday 26 December 2026 (Second Day of Christmas), Sunday 27 December 2026 (weekend); the period ends with the last hour of the next working day, Monday 28 December 2026
                        LEGAL EU1182_ART_3_5 2026-12-28 2026-12-29: from Friday 25 December 2026 to Monday 28 December 2026 there is one working day; a period of two days or more holds at least two: it ends with the last hour of Tuesday 29 December 2026""");
        assertThat(end.steps().get(3).rule().act()).isEqualTo("Regulation (EEC, Euratom) No 1182/71");
        assertThat(end.steps().get(3).rule().article()).isEqualTo("Article 3(4)");
    }

    @Test
    void what_no_rule_moves_has_equal_ends() {
        CountedEnd end = Counting.STRICT.count(berlin("2026-11-20T09:00"), Length.days(2), BERLIN, DE);

        assertThat(List.of(end.strictAt(), end.rolledAt(), end.legalAt())).containsOnly(berlin("2026-11-22T09:00"));
        assertThat(end.steps()).hasSize(1);
    }

    @Test
    void a_corrected_calendar_moves_the_end() {
        LocalDate epiphany = LocalDate.of(2027, 1, 6);
        LocalDate newYear = LocalDate.of(2027, 1, 1);
        HolidayCalendar corrected = DE.corrected(Map.of(epiphany, "Epiphany"), Set.of(newYear));

        assertThat(Counting.EU1182
                        .count(berlin("2027-01-05T09:00"), Length.days(2), BERLIN, corrected)
                        .lastDay(Reading.LEGAL))
                .isEqualTo(LocalDate.of(2027, 1, 8));
        assertThat(Counting.EU1182
                        .count(berlin("2026-12-30T09:00"), Length.days(2), BERLIN, corrected)
                        .lastDay(Reading.LEGAL))
                .isEqualTo(newYear);
        assertThatThrownBy(() -> DE.corrected(Map.of(newYear, "New Year"), Set.of(newYear)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void lengths_are_bounded(LengthUnit unit) {
        assertThatThrownBy(() -> new Length(0, unit)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Length(-1, unit)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Length(unit.most() + 1, unit)).isInstanceOf(IllegalArgumentException.class);
        Instant last = Instant.parse("2200-12-31T23:59:59Z");
        for (Counting counting : Counting.values()) {
            assertThat(counting.count(last, new Length(unit.most(), unit), BERLIN, DE)
                            .legalAt())
                    .isBefore(Instant.parse("2212-01-01T00:00:00Z"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "2201-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z"})
    void years_are_bounded(Instant start) {
        assertThatThrownBy(() -> Counting.STRICT.count(start, Length.days(1), BERLIN, DE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be in the years 1970 to 2200");
    }

    @Test
    void a_calendar_without_working_days_is_refused() {
        Map<LocalDate, String> always = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .collect(Collectors.toMap(day -> day, day -> "closed"));
        HolidayCalendar closed = HolidayCalendar.of("closed", always);

        assertThatThrownBy(() -> Counting.EU1182.count(berlin("2026-03-01T09:00"), Length.days(2), BERLIN, closed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("closed has no working day within 60 days");
    }

    /** Samoa left out a whole day, 30 December 2011; other zones change at midnight, or by half an hour. */
    @Test
    void no_clock_change_anywhere_puts_the_readings_out_of_order() {
        List<Instant> begins = List.of(Instant.parse("2011-01-01T00:00:00Z"), Instant.parse("2026-06-01T00:00:00Z"));
        int changes = 0;
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            for (Instant begin : begins) {
                ZoneOffsetTransition change = zone.getRules().nextTransition(begin);
                while (change != null && change.getInstant().isBefore(begin.plus(Duration.ofDays(400)))) {
                    countAround(change.getInstant(), zone);
                    changes++;
                    change = zone.getRules().nextTransition(change.getInstant());
                }
            }
        }
        assertThat(changes).isGreaterThan(500);
    }

    /** {@link CountedEnd} refuses ends that are out of order. */
    private static void countAround(Instant change, ZoneId zone) {
        for (LengthUnit unit : LengthUnit.values()) {
            for (long minutes : new long[] {-1441, -1440, -1, 0, 1, 30, 61}) {
                Instant start = change.plus(Duration.ofMinutes(minutes));
                CountedEnd end = Counting.EU1182.count(start, new Length(1, unit), zone, DE);
                assertThat(end.strictAt()).isAfter(start).isBeforeOrEqualTo(end.rolledAt());
                assertThat(Counting.DORA
                                .count(start, new Length(1, unit), zone, DE)
                                .strictAt())
                        .isAfter(start);
            }
        }
    }
}
