package org.fixtrail.domain.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.domain.counting.CountingFixture.BERLIN;
import static org.fixtrail.domain.counting.CountingFixture.berlin;
import static org.fixtrail.domain.counting.CountingFixture.calendar;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The reference vectors of Regulation 1182/71: C1 to C4 are those of the calculator {@code
 * bdamokos/eu-time-limit-calculator}, V1 to V19 were computed apart from this code. A dash: the source gives no date.
 */
class CountingVectorsTest {
    @ParameterizedTest(name = "{0}: {1} + {2} {3} ({4})")
    @CsvSource(delimiter = '|', textBlock = """
            V1  | 2026-11-19 |  2 | d  | DE   | 2026-11-21 | 2026-11-23 | 2026-11-23
            V2  | 2026-11-20 |  2 | d  | DE   | 2026-11-22 | 2026-11-23 | 2026-11-24
            V3  | 2026-11-21 |  2 | d  | DE   | 2026-11-23 | 2026-11-23 | 2026-11-24
            V4  | 2026-11-22 |  2 | d  | DE   | 2026-11-24 | 2026-11-24 | 2026-11-24
            V5  | 2026-11-23 |  2 | d  | DE   | 2026-11-25 | 2026-11-25 | 2026-11-25
            V6  | 2026-12-23 |  2 | d  | DE   | 2026-12-25 | 2026-12-28 | 2026-12-28
            V7  | 2026-12-24 |  2 | d  | DE   | 2026-12-26 | 2026-12-28 | 2026-12-29
            V8  | 2026-12-30 |  2 | d  | DE   | 2027-01-01 | 2027-01-04 | 2027-01-04
            V9  | 2026-11-19 |  5 | d  | DE   | 2026-11-24 | 2026-11-24 | 2026-11-24
            V10 | 2026-11-19 | 10 | d  | DE   | 2026-11-29 | 2026-11-30 | 2026-11-30
            V11 | 2026-12-15 | 10 | d  | DE   | 2026-12-25 | 2026-12-28 | 2026-12-28
            V12 | 2026-11-20 | 15 | d  | DE   | 2026-12-05 | 2026-12-07 | 2026-12-07
            V13 | 2026-12-17 | 15 | d  | DE   | 2027-01-01 | 2027-01-04 | 2027-01-04
            V14 | 2026-11-20 | 15 | wd | DE   | -          | -          | 2026-12-11
            V15 | 2027-01-31 |  1 | mo | DE   | 2027-02-28 | 2027-03-01 | 2027-03-01
            V16 | 2026-11-26 |  1 | mo | DE   | 2026-12-26 | 2026-12-28 | 2026-12-28
            V17 | 2026-08-31 |  1 | mo | DE   | 2026-09-30 | 2026-09-30 | 2026-09-30
            C1  | 2025-04-03 |  2 | d  | none | -          | -          | 2025-04-07
            C2  | 2025-01-03 |  3 | d  | AT   | -          | -          | 2025-01-08
            C2b | 2025-01-03 |  3 | d  | DE   | -          | -          | 2025-01-07
            C3  | 2025-02-28 |  3 | d  | BG   | -          | -          | 2025-03-05
            C3b | 2025-02-28 |  3 | d  | none | -          | -          | 2025-03-04
            """)
    void days_working_days_and_months(
            String id,
            String aware,
            int amount,
            String unit,
            String calendar,
            String naive,
            String rolled,
            String full) {
        Length length = new Length(amount, LengthUnit.of(unit).orElseThrow());

        CountedEnd end = Counting.EU1182.count(berlin(aware + "T09:00"), length, BERLIN, calendar(calendar));

        assertThat(end.lastDay(Reading.LEGAL)).hasToString(full);
        assertThat(end.legalAt()).isEqualTo(berlin(LocalDate.parse(full).plusDays(1) + "T00:00"));
        if (!naive.equals("-")) {
            assertThat(end.lastDay(Reading.STRICT)).hasToString(naive);
            assertThat(end.strictAt()).isEqualTo(berlin(naive + "T09:00"));
            assertThat(end.lastDay(Reading.ROLLED)).hasToString(rolled);
            assertThat(end.rolledAt()).isEqualTo(berlin(LocalDate.parse(rolled).plusDays(1) + "T00:00"));
        }
    }

    @ParameterizedTest(name = "{0}: {1} + {2} h")
    @CsvSource(delimiter = '|', textBlock = """
            V18 | 2026-11-20T14:18 | 72 | 2026-11-23T14:18 | 2026-11-23T15:00
            V19 | 2026-11-20T14:18 | 24 | 2026-11-21T14:18 | 2026-11-21T15:00
            """)
    void hours(String id, String aware, int hours, String naive, String full) {
        CountedEnd end = Counting.EU1182.count(berlin(aware), Length.hours(hours), BERLIN, CountingFixture.DE);

        assertThat(end.strictAt()).isEqualTo(berlin(naive));
        assertThat(end.rolledAt()).isEqualTo(berlin(full));
        assertThat(end.legalAt()).isEqualTo(berlin(full));
    }
}
