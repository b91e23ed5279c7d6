package org.fixtrail.domain.lag;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KaplanMeierTest {
    /**
     * Estimate and standard error as in Klein and Moeschberger, Survival Analysis, table 4.1; both and the log-log limits
     * recomputed apart from this code with exact fractions for S and Greenwood's sum: S(23) = 160/357, and
     * S^exp(+-1.96 sqrt(sum)/log S).
     */
    @Test
    void the_leukaemia_trial_gives_the_published_table() {
        assertThat(table(SurvivalFixture.FREIREICH_6MP)).isEqualTo("""
                6 of 21: 0.8571 0.0764 [0.6197 0.9516]
                7 of 17: 0.8067 0.0869 [0.5631 0.9228]
                10 of 15: 0.7529 0.0963 [0.5032 0.8894]
                13 of 12: 0.6902 0.1068 [0.4316 0.8491]
                16 of 11: 0.6275 0.1141 [0.3675 0.8049]
                22 of 7: 0.5378 0.1282 [0.2678 0.7468]
                23 of 6: 0.4482 0.1346 [0.1881 0.6801]""");
    }

    /** S(161-) = 81/440; all columns recomputed apart from this code, as above. */
    @Test
    void the_maintained_leukaemia_patients_give_the_published_table() {
        assertThat(table(SurvivalFixture.AML_MAINTAINED)).isEqualTo("""
                9 of 11: 0.9091 0.0867 [0.5081 0.9867]
                13 of 10: 0.8182 0.1163 [0.4474 0.9512]
                18 of 8: 0.7159 0.1397 [0.3502 0.8990]
                23 of 7: 0.6136 0.1526 [0.2658 0.8353]
                31 of 5: 0.4909 0.1642 [0.1673 0.7534]
                34 of 4: 0.3682 0.1627 [0.0928 0.6570]
                48 of 2: 0.1841 0.1535 [0.0117 0.5250]""");
    }

    private static String table(String sample) {
        return KaplanMeier.estimate(SurvivalFixture.sample(sample)).steps().stream()
                .filter(step -> step.events() > 0)
                .map(step -> String.format(
                        Locale.ROOT,
                        "%d of %d: %.4f %.4f [%.4f %.4f]",
                        step.time().toDays(),
                        step.atRisk(),
                        step.survival(),
                        step.standardError().orElseThrow(),
                        step.limits(KaplanMeier.Z_95).orElseThrow().lower(),
                        step.limits(KaplanMeier.Z_95).orElseThrow().upper()))
                .collect(joining("\n"));
    }

    /** Medians 23, 31 and 23 are published; the rest comes from exact fractions and the formula for the limits. */
    @ParameterizedTest
    @CsvSource({
        "FREIREICH_6MP, 25, 13, 6, 22",
        "FREIREICH_6MP, 50, 23, 13, ",
        "FREIREICH_6MP, 75, , 23, ",
        "FREIREICH_6MP, 90, , , ",
        "AML_MAINTAINED, 25, 18, 9, 34",
        "AML_MAINTAINED, 50, 31, 13, ",
        "AML_MAINTAINED, 75, 48, 31, ",
        "AML_NOT_MAINTAINED, 25, 8, 5, 23",
        "AML_NOT_MAINTAINED, 50, 23, 5, 33",
        "AML_NOT_MAINTAINED, 75, 33, 23, ",
        "AML_NOT_MAINTAINED, 90, 43, 30, "
    })
    void percentiles_have_limits_or_are_not_reached(
            String sample, int percent, String estimate, String lower, String upper) {
        String text = switch (sample) {
            case "FREIREICH_6MP" -> SurvivalFixture.FREIREICH_6MP;
            case "AML_MAINTAINED" -> SurvivalFixture.AML_MAINTAINED;
            default -> SurvivalFixture.AML_NOT_MAINTAINED;
        };
        KaplanMeier curve = KaplanMeier.estimate(SurvivalFixture.sample(text));
        assertThat(curve.quantile(percent, KaplanMeier.Z_95))
                .isEqualTo(new Quantile(percent, days(estimate), days(lower), days(upper)));
    }

    @SuppressWarnings("NullAway") // the empty column of a CSV source is null
    private static Optional<Duration> days(String text) {
        return Optional.ofNullable(text).map(Long::valueOf).map(Duration::ofDays);
    }

    @Test
    void without_censoring_each_percentile_is_the_order_statistic_of_its_rank() {
        for (int size = 1; size <= 300; size++) {
            List<KaplanMeier.Observation> sample = new ArrayList<>();
            for (int i = 1; i <= size; i++) {
                sample.add(SurvivalFixture.observation(i, true, i));
            }
            KaplanMeier curve = KaplanMeier.estimate(sample);
            for (int percent = 1; percent <= 99; percent++) {
                int rank = (size * percent + 99) / 100;
                assertThat(curve.quantile(percent, KaplanMeier.Z_95).estimate())
                        .as("p%d of %d", percent, size)
                        .contains(Duration.ofDays(rank));
            }
        }
    }

    /**
     * Of 3b at risk 3(b-a) happen, which leaves a/b; then all but 2a are censored, of whom 2a-b happen, which leaves b/2a
     * of them: exactly one half in all, and above it in doubles for some a and b.
     */
    @Test
    void a_level_met_exactly_is_met_even_where_doubles_stay_above_it() {
        int above = 0;
        for (int b = 3; b <= 40; b++) {
            for (int a = b / 2 + 1; a < b; a++) {
                List<KaplanMeier.Observation> sample = new ArrayList<>();
                add(sample, 3 * (b - a), 1, true);
                add(sample, a, 2, false);
                add(sample, 2 * a - b, 3, true);
                add(sample, b, 4, true);
                KaplanMeier curve = KaplanMeier.estimate(sample);
                assertThat(curve.quantile(50, KaplanMeier.Z_95).estimate())
                        .as("%d/%d", a, b)
                        .contains(Duration.ofDays(3));
                above += curve.survivalAt(Duration.ofDays(3)) > 0.5 ? 1 : 0;
            }
        }
        assertThat(above).as("samples that rounding would have got wrong").isPositive();
    }

    private static void add(List<KaplanMeier.Observation> sample, int count, int days, boolean event) {
        for (int i = 0; i < count; i++) {
            sample.add(SurvivalFixture.observation(days, event, sample.size()));
        }
    }

    @Test
    void the_order_of_the_input_does_not_matter() {
        List<KaplanMeier.Observation> sample = SurvivalFixture.sample(SurvivalFixture.FREIREICH_6MP);
        List<KaplanMeier.Observation> shuffled = new ArrayList<>(sample);
        Collections.shuffle(shuffled, new Random(20261120));
        assertThat(KaplanMeier.estimate(shuffled)).isEqualTo(KaplanMeier.estimate(sample));
        assertThat(KaplanMeier.clustered(shuffled)).isEqualTo(KaplanMeier.clustered(sample));
    }

    @Test
    void nothing_observed_is_an_empty_curve() {
        KaplanMeier curve = KaplanMeier.estimate(List.of());
        assertThat(curve.steps()).isEmpty();
        assertThat(curve.survivalAt(Duration.ofDays(1))).isEqualTo(1);
        assertThat(curve.quantile(50, KaplanMeier.Z_95))
                .isEqualTo(new Quantile(50, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void a_curve_that_falls_to_zero_has_no_limits_there() {
        KaplanMeier curve = KaplanMeier.estimate(SurvivalFixture.sample("0"));
        assertThat(curve.steps().get(0).survival()).isZero();
        assertThat(curve.steps().get(0).limits(KaplanMeier.Z_95)).isEmpty();
        assertThat(curve.quantile(50, KaplanMeier.Z_95))
                .isEqualTo(new Quantile(50, Optional.of(Duration.ZERO), Optional.empty(), Optional.empty()));
    }

    @Test
    void the_curve_is_a_step_function_closed_on_the_left() {
        KaplanMeier curve = KaplanMeier.estimate(SurvivalFixture.sample("2,4+,6,8+"));
        assertThat(curve.events()).isEqualTo(2);
        assertThat(curve.survivalAt(Duration.ofDays(2).minusNanos(1))).isEqualTo(1);
        assertThat(curve.survivalAt(Duration.ofDays(2))).isEqualTo(0.75);
        assertThat(curve.survivalAt(Duration.ofDays(5))).isEqualTo(0.75);
        assertThat(curve.survivalAt(Duration.ofDays(99))).isEqualTo(0.375);
        assertThat(curve.steps().get(1).limits(KaplanMeier.Z_95))
                .isEqualTo(curve.steps().get(0).limits(KaplanMeier.Z_95));
    }

    @Test
    void impossible_times_and_percentiles_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SurvivalFixture.observation(-1, true, 0));
        KaplanMeier curve = KaplanMeier.estimate(List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> curve.quantile(0, KaplanMeier.Z_95));
        assertThatIllegalArgumentException().isThrownBy(() -> curve.quantile(100, KaplanMeier.Z_95));
    }
}
