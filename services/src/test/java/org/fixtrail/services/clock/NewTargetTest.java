package org.fixtrail.services.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.clock.HeldTime;
import org.fixtrail.domain.clock.TargetCounting;
import org.fixtrail.domain.clock.TargetTerms;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.counting.HolidayCalendar;
import org.fixtrail.domain.counting.WorkingTime;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewTargetTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "DETECTED, DEPLOYED, 7, DAYS, ''",
        "EMERGED, DETECTED, 1, HOURS, ''",
        "DETECTED, CONTAINED, 24, HOURS, ''",
        "DEPLOYED, VERIFIED, 3650, DAYS, ''",
        "DETECTED, DEPLOYED, 0, DAYS, amount",
        "DETECTED, DEPLOYED, -1, HOURS, amount",
        "DETECTED, DEPLOYED, 3651, DAYS, amount",
        "DETECTED, DEPLOYED, 2147483647, DAYS, amount",
        "DEPLOYED, DETECTED, 1, DAYS, toStage",
        "DETECTED, DETECTED, 1, DAYS, toStage",
        "ANALYSED, CONTAINED, 1, DAYS, toStage",
        "DETECTED, DISMISSED, 1, DAYS, toStage",
        "CONTAINED, DEPLOYED, 1, DAYS, fromStage",
        "VERIFIED, DEPLOYED, 1, DAYS, fromStage toStage"
    })
    void what_is_wrong_is_named_by_its_field(Stage from, Stage to, int amount, TargetUnit unit, String fields) {
        assertThat(fields(new NewTarget(Severity.HIGH, from, to, amount, unit, null)))
                .isEqualTo(fields);
    }

    @Test
    void a_target_may_reach_back_but_not_wait_for_more_than_a_year() {
        assertThat(fields(validFrom(NOW.minus(Duration.ofDays(1_000))))).isEmpty();
        assertThat(fields(validFrom(NOW.plus(Duration.ofDays(366))))).isEmpty();
        assertThat(fields(validFrom(NOW.plus(Duration.ofDays(367))))).isEqualTo("validFrom");
    }

    @Test
    void working_time_must_be_stated_first_and_ten_years_are_ordinary_weeks_of_it() {
        assertThat(lengthFields(1, TargetUnit.DAYS, Optional.empty())).isEqualTo("counting");
        assertThat(lengthFields(2_605, TargetUnit.DAYS, Optional.of(OFFICE))).isEmpty();
        assertThat(lengthFields(2_606, TargetUnit.DAYS, Optional.of(OFFICE))).isEqualTo("amount");
        assertThat(lengthFields(20_840, TargetUnit.HOURS, Optional.of(OFFICE))).isEmpty();
        assertThat(lengthFields(20_841, TargetUnit.HOURS, Optional.of(OFFICE))).isEqualTo("amount");
    }

    private static final HeldTime OFFICE = new HeldTime(
            new UUID(1, 1),
            new WorkingTime(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    LocalTime.of(9, 0),
                    LocalTime.of(17, 0),
                    ZoneOffset.UTC,
                    HolidayCalendar.NONE));

    private static String lengthFields(int amount, TargetUnit unit, Optional<HeldTime> working) {
        TargetTerms terms = new TargetTerms(amount, unit, TargetCounting.WORKING_TIME, null);
        return String.join(
                " ",
                NewTarget.lengthProblems(terms, working).stream()
                        .map(FieldProblem::field)
                        .toList());
    }

    private static NewTarget validFrom(@Nullable Instant validFrom) {
        return new NewTarget(Severity.HIGH, Stage.DETECTED, Stage.DEPLOYED, 1, TargetUnit.DAYS, validFrom);
    }

    private static String fields(NewTarget wanted) {
        return String.join(
                " ",
                wanted.problems(NOW, Optional.empty()).stream()
                        .map(FieldProblem::field)
                        .toList());
    }
}
