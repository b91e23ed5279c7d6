package org.fixtrail.web.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @Test
    void a_year_begins_and_ends_at_midnight_of_its_zone() {
        Period year = Period.year("2026").orElseThrow();

        assertThat(year.begin(MADRID)).isEqualTo(Instant.parse("2025-12-31T23:00:00Z"));
        assertThat(year.end(MADRID)).isEqualTo(Instant.parse("2026-12-31T23:00:00Z"));
        assertThat(year.words()).isEqualTo("2026");
        assertThat(Period.of(year.begin(MADRID), year.end(MADRID), MADRID)).isEqualTo(year);
    }

    @Test
    void a_period_that_is_no_year_is_named_by_its_days() {
        assertThat(new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30)).words())
                .isEqualTo("2026-04-01 to 2026-06-30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "1949", "3000", "20260", "-2026", "２０２６", "year"})
    void what_is_no_year_gives_no_period(String text) {
        assertThat(Period.year(text)).isEmpty();
    }
}
