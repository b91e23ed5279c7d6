package org.fixtrail.domain.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureRateTest {
    /**
     * One in ten (0.394) and two in twenty (0.283) are in the usual tables of exact binomial limits; all values were
     * computed apart from this code by bisection on the binomial sum in decimal arithmetic of 50 digits.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.95, 0.95",
        "0, 100, 0.95, 0.029513049607039935",
        "0, 300, 0.95, 0.0099360819444577128",
        "0, 10000000000, 0.99, 4.6051701849277119e-10",
        "1, 10, 0.95, 0.39416330243650477",
        "2, 20, 0.95, 0.28261852488586092",
        "9, 10, 0.95, 0.99488380310817626",
        "5, 100, 0.99, 0.12585173069767863",
        "3, 1000, 0.95, 0.0077352447184794596",
        "5, 10000000000, 0.95, 1.0513034905843596e-09",
        "100, 1000000, 0.95, 0.0001180782053691365",
        "100000, 1000000, 0.975, 0.10058964818742552",
        "100000, 10000000000, 0.95, 1.0052171626009399e-05"
    })
    void the_upper_bound_is_exact(long occurrences, long exposure, double confidence, double bound) {
        assertThat(FailureRate.upperBound(occurrences, exposure, confidence).orElseThrow())
                .isCloseTo(bound, Percentage.withPercentage(1e-8));
    }

    /** Upper 95 % limits of a Poisson mean, half the 0.95 quantile of chi-square with 2k+2 degrees (Garwood 1936). */
    @ParameterizedTest
    @CsvSource({"0, 2.9957", "1, 4.7439", "2, 6.2958", "3, 7.7537", "4, 9.1535", "5, 10.5130", "10, 16.9622"})
    void at_great_exposure_it_is_the_poisson_limit(long occurrences, double limit) {
        assertThat(FailureRate.upperBound(occurrences, 10_000_000_000L, 0.95).orElseThrow() * 1e10)
                .isCloseTo(limit, within(0.00006));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 0.9, 0.95, 0.99, 0.999})
    void for_every_small_sample_the_probability_of_so_few_is_what_is_left(double confidence) {
        for (int exposure = 1; exposure <= 25; exposure++) {
            double last = 0;
            for (int occurrences = 0; occurrences < exposure; occurrences++) {
                double bound = FailureRate.upperBound(occurrences, exposure, confidence)
                        .orElseThrow();
                assertThat(probabilityOfAtMost(occurrences, exposure, bound))
                        .as("%d of %d", occurrences, exposure)
                        .isCloseTo(1 - confidence, within(1e-12));
                assertThat(bound).isBetween(last, 1.0);
                last = bound;
            }
            assertThat(FailureRate.upperBound(exposure, exposure, confidence)).hasValue(1);
        }
    }

    /** The plain sum, in 34 digits. */
    private static double probabilityOfAtMost(int k, int n, double rate) {
        BigDecimal p = new BigDecimal(rate);
        BigDecimal q = BigDecimal.ONE.subtract(p);
        BigDecimal ways = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i <= k; i++) {
            sum = sum.add(ways.multiply(p.pow(i, MathContext.DECIMAL128))
                    .multiply(q.pow(n - i, MathContext.DECIMAL128), MathContext.DECIMAL128));
            ways = ways.multiply(BigDecimal.valueOf(n - i)).divide(BigDecimal.valueOf(i + 1), MathContext.DECIMAL128);
        }
        return sum.doubleValue();
    }

    @Test
    void more_exposure_or_less_confidence_lowers_the_bound() {
        for (long exposure = 1_000; exposure < 1_000_000_000_000L; exposure *= 10) {
            double bound = FailureRate.upperBound(7, exposure, 0.95).orElseThrow();
            assertThat(FailureRate.upperBound(7, exposure * 10, 0.95).orElseThrow())
                    .isLessThan(bound / 9);
            assertThat(FailureRate.upperBound(7, exposure, 0.9).orElseThrow()).isLessThan(bound);
            assertThat(FailureRate.upperBound(8, exposure, 0.95).orElseThrow()).isGreaterThan(bound);
        }
    }

    @Test
    void a_hundred_thousand_occurrences_take_under_two_seconds() {
        Assertions.assertTimeout(
                Duration.ofSeconds(2),
                () -> FailureRate.upperBound(100_000, 10_000_000_000L, 0.999).orElseThrow());
    }

    @Test
    void without_traffic_nothing_is_known() {
        assertThat(FailureRate.upperBound(0, 0, 0.95)).isEmpty();
    }

    @Test
    void impossible_questions_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FailureRate.upperBound(-1, 5, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> FailureRate.upperBound(6, 5, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> FailureRate.upperBound(1, 5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> FailureRate.upperBound(1, 5, 0.49));
        assertThatIllegalArgumentException().isThrownBy(() -> FailureRate.upperBound(1, 5, Double.NaN));
        assertThatNoException().isThrownBy(() -> FailureRate.upperBound(1, 5, 0.5));
    }
}
