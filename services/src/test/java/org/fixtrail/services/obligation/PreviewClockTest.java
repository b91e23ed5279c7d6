package org.fixtrail.services.obligation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.fixtrail.domain.counting.CountedEnd;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.counting.HolidayCalendars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewClockTest {
    private static final ClockQuestion BY_RULE =
            new ClockQuestion("AIA-73-3", null, null, null, "2026-11-20T09:00", "Europe/Berlin", "DE");
    private static final ClockQuestion BY_LENGTH =
            new ClockQuestion(null, 2, "d", "eu1182", "2026-11-20T09:00", "Europe/Berlin", "DE");

    private final PreviewClock preview = new PreviewClock(new RulePacks(), new HolidayCalendars());

    private ClockPreview done(ClockQuestion question) {
        return ((Outcome.Done<ClockPreview>) preview.preview(question)).value();
    }

    private List<String> problems(ClockQuestion question) {
        Outcome<ClockPreview> outcome = preview.preview(question);
        return outcome instanceof Outcome.Refused<ClockPreview> refused
                ? refused.problems().stream()
                        .map(problem -> problem.field() + " " + problem.problem())
                        .toList()
                : List.of();
    }

    @Test
    void a_rule_and_its_length_end_alike() {
        CountedEnd byRule = done(BY_RULE).limits().get(0).end();

        assertThat(byRule.strictAt()).isEqualTo(Instant.parse("2026-11-22T08:00:00Z"));
        assertThat(byRule.rolledAt()).isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
        assertThat(byRule.legalAt()).isEqualTo(Instant.parse("2026-11-24T23:00:00Z"));
        assertThat(done(BY_LENGTH).limits().get(0).end()).isEqualTo(byRule);
        assertThat(requireNonNull(done(BY_RULE).rule()).id()).isEqualTo("AIA-73-3");
        assertThat(done(BY_LENGTH).rule()).isNull();
    }

    @Test
    void an_offset_says_the_moment_itself() {
        ClockQuestion question =
                new ClockQuestion("AIA-73-3", null, null, null, "2026-11-20T00:30:00+01:00", "America/New_York", "DE");

        assertThat(done(question).start()).isEqualTo(Instant.parse("2026-11-19T23:30:00Z"));
    }

    @Test
    void a_rule_with_two_limits_gives_both() {
        ClockQuestion question =
                new ClockQuestion("DORA-I", null, null, null, "2026-11-19T09:00", "Europe/Berlin", "DE");

        assertThat(done(question).limits().stream()
                        .map(limit -> limit.end().strictAt().toString()))
                .containsExactly("2026-11-19T12:00:00Z", "2026-11-20T08:00:00Z");
    }

    @Test
    void where_no_holiday_counts_no_calendar_is_needed() {
        assertThat(done(new ClockQuestion("CA-SB53", null, null, null, "2026-11-20T09:00", "America/Los_Angeles", null))
                        .calendar())
                .isNull();
        assertThat(done(new ClockQuestion("AIA-20-1", null, null, null, "2026-11-20T09:00", "UTC", null))
                        .limits())
                .isEmpty();
        assertThat(problems(new ClockQuestion("AIA-73-3", null, null, null, "2026-11-20T09:00", "UTC", "")))
                .singleElement()
                .asString()
                .startsWith("calendar is missing; there are [AT, BE,");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            NO-1     | -  | -  | -      | 2026-11-20T09:00  | UTC | DE | rule must be one of [AIA-73-2,
            AIA-73-3 | 2  | -  | -      | 2026-11-20T09:00  | UTC | DE | length comes from the rule
            AIA-73-3 | -  | d  | -      | 2026-11-20T09:00  | UTC | DE | unit comes from the rule
            AIA-73-3 | -  | -  | strict | 2026-11-20T09:00  | UTC | DE | counting comes from the rule
            AIA-73-3 | -  | -  | -      | -                 | UTC | DE | start is missing
            AIA-73-3 | -  | -  | -      | tomorrow          | UTC | DE | start must be a time like
            AIA-73-3 | -  | -  | -      | 2026-11-20T25:00  | UTC | DE | start must be a time like
            AIA-73-3 | -  | -  | -      | +999999999-01-01T00:00 | UTC | DE | start must be in the years 1970 to 2200
            AIA-73-3 | -  | -  | -      | 2026-11-20T09:00  | -   | DE | zone is missing
            AIA-73-3 | -  | -  | -      | 2026-11-20T09:00  | Europe/Bonn | DE | zone must be a time zone
            AIA-73-3 | -  | -  | -      | 2026-11-20T09:00  | UTC | ZZ | calendar must be one of [AT,
            -        | -  | d  | eu1182 | 2026-11-20T09:00  | UTC | DE | length is missing
            -        | 0  | d  | eu1182 | 2026-11-20T09:00  | UTC | DE | length must be from 1 to 3660
            -        | 2147483647 | h | eu1182 | 2026-11-20T09:00  | UTC | DE | length must be from 1 to 87600
            -        | 2  | y  | eu1182 | 2026-11-20T09:00  | UTC | DE | unit must be one of [h, d, wd, wk, mo]
            -        | 2  | -  | eu1182 | 2026-11-20T09:00  | UTC | DE | unit is missing
            -        | 2  | d  | lunar  | 2026-11-20T09:00  | UTC | DE | counting must be one of [eu1182, dora, strict]
            -        | 2  | d  | -      | 2026-11-20T09:00  | UTC | DE | counting is missing
            """)
    void what_is_wrong_is_told_of_its_field(
            String rule,
            Integer length,
            String unit,
            String counting,
            String start,
            String zone,
            String calendar,
            String problem) {
        assertThat(problems(new ClockQuestion(rule, length, unit, counting, start, zone, calendar)))
                .singleElement()
                .asString()
                .startsWith(problem);
    }
}
