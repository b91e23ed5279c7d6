package org.fixtrail.services.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fixtrail.domain.counting.CountedEnd;
import org.fixtrail.domain.counting.Counting;
import org.fixtrail.domain.counting.HolidayCalendar;
import org.fixtrail.domain.counting.Length;
import org.fixtrail.domain.counting.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayCalendarsTest {
    private final HolidayCalendars calendars = new HolidayCalendars();

    private HolidayCalendar calendar(String id) {
        return calendars.find(id).orElseThrow().holidays();
    }

    @Test
    void every_state_whose_calendar_is_filled_has_its_holidays() {
        List<KnownCalendar> filled =
                calendars.all().stream().filter(KnownCalendar::filled).toList();

        assertThat(filled).hasSize(28);
        for (KnownCalendar calendar : filled) {
            for (int year = 2025; year <= 2030; year++) {
                LocalDate newYear = LocalDate.of(year, 1, 1);
                boolean onSaturday = newYear.getDayOfWeek() == DayOfWeek.SATURDAY;
                assertThat(onSaturday || calendar.holidays().holiday(newYear).isPresent())
                        .as(calendar.id() + " may move New Year from a Saturday only")
                        .isTrue();
                assertThat(newYear.datesUntil(newYear.plusYears(1))
                                .filter(day -> calendar.holidays().holiday(day).isPresent()))
                        .as(calendar.id() + " " + year)
                        .hasSizeBetween(8, 20);
            }
        }
    }

    @Test
    void germany_has_its_nine_national_holidays() {
        assertThat(LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2027, 1, 2))
                        .filter(day -> calendar("DE").holiday(day).isPresent())
                        .map(LocalDate::toString))
                .containsExactly(
                        "2026-01-01",
                        "2026-04-03",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-14",
                        "2026-05-25",
                        "2026-10-03",
                        "2026-12-25",
                        "2026-12-26",
                        "2027-01-01");
    }

    @ParameterizedTest(name = "{0} + {1} days in {2}")
    @CsvSource({
        "2025-01-03, 3, AT, 2025-01-08",
        "2025-01-03, 3, DE, 2025-01-07",
        "2025-02-28, 3, BG, 2025-03-05",
        "2026-12-24, 2, DE, 2026-12-29",
        "2026-12-17, 15, DE, 2027-01-04"
    })
    void the_reference_vectors_hold_with_these_calendars(String aware, int days, String id, String last) {
        CountedEnd end = Counting.EU1182.count(
                LocalDateTime.parse(aware + "T09:00")
                        .atZone(ZoneId.of("Europe/Berlin"))
                        .toInstant(),
                Length.days(days),
                ZoneId.of("Europe/Berlin"),
                calendar(id));

        assertThat(end.lastDay(Reading.LEGAL)).hasToString(last);
    }

    @Test
    void names_are_english_whatever_the_machine_speaks() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new HolidayCalendars()
                            .find("AT")
                            .orElseThrow()
                            .holidays()
                            .holiday(LocalDate.of(2026, 1, 6)))
                    .contains("Epiphany");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @ParameterizedTest
    @CsvSource({"CY", "IS", "COMMISSION"})
    void a_calendar_that_is_not_filled_knows_weekends_only_and_says_why(String id) {
        KnownCalendar calendar = calendars.find(id).orElseThrow();

        assertThat(calendar.filled()).isFalse();
        assertThat(calendar.source()).startsWith("not filled: ");
        assertThat(calendar.holidays().holiday(LocalDate.of(2026, 12, 25))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GR, 2026-01-30", "SE, 2026-06-19", "SE, 2026-12-24", "SE, 2026-12-31"})
    void what_the_official_lists_have_not_is_no_holiday(String id, LocalDate date) {
        assertThat(calendar(id).holiday(date)).isEmpty();
    }

    @Test
    void what_is_left_out_of_one_country_stays_in_others() {
        assertThat(calendar("FI").holiday(LocalDate.of(2026, 6, 19))).contains("Midsummer Eve");
        assertThat(calendar("GR").holiday(LocalDate.of(2026, 4, 13))).contains("Easter Monday");
    }

    @Test
    void an_organisation_knows_its_region_better() {
        LocalDate epiphany = LocalDate.of(2026, 1, 6);
        LocalDate unity = LocalDate.of(2026, 10, 3);

        HolidayCalendar corrected = calendar("DE").corrected(Map.of(epiphany, "Epiphany"), Set.of(unity));

        assertThat(corrected.holiday(epiphany)).contains("Epiphany");
        assertThat(corrected.holiday(unity)).isEmpty();
        assertThat(corrected.holiday(LocalDate.of(2026, 12, 25))).isPresent();
        assertThat(corrected.id()).isEqualTo("DE");
    }

    @Test
    void an_unknown_calendar_is_none() {
        assertThat(calendars.find("de")).isEmpty();
        assertThat(calendars.find("XX")).isEmpty();
        assertThat(calendars.find("../de")).isEmpty();
    }
}
