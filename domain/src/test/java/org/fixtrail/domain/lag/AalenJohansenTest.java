package org.fixtrail.domain.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AalenJohansenTest {
    private static final List<Outcome> WAYS =
            List.of(Outcome.REACHED, Outcome.RISK_ACCEPTED, Outcome.RETIRED, Outcome.OPEN);
    private static final int TIMES = 3;

    /** Every sample of up to five over three times and four ways, against exact fractions. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void every_small_sample_agrees_with_redistribution_to_the_right(int size) {
        SurvivalFixture.multisets(size, TIMES * WAYS.size()).forEach(kinds -> {
            List<AalenJohansen.Observation> sample = new ArrayList<>();
            List<RedistributeToTheRight.Point> points = new ArrayList<>();
            for (int kind : kinds) {
                int way = kind % WAYS.size();
                sample.add(observation(kind / WAYS.size(), WAYS.get(way)));
                points.add(
                        new RedistributeToTheRight.Point(kind / WAYS.size(), WAYS.get(way) == Outcome.OPEN ? -1 : way));
            }
            check(AalenJohansen.estimate(sample), new RedistributeToTheRight(points));
        });
    }

    private static void check(AalenJohansen estimate, RedistributeToTheRight reference) {
        for (AalenJohansen.Step step : estimate.steps()) {
            int time = (int) step.time().toDays();
            double sum = step.stillOpen();
            for (int way = 0; way < WAYS.size() - 1; way++) {
                int kind = way;
                assertThat(step.incidenceOf(WAYS.get(way)))
                        .isCloseTo(
                                reference
                                        .ended(time, point -> point.kind() == kind)
                                        .toDouble(),
                                within(1e-15));
                sum += step.incidenceOf(WAYS.get(way));
            }
            assertThat(sum).isCloseTo(1, within(1e-15));
        }
    }

    /**
     * By hand: at 1, one of 5 deployed (1/5); at 2, one of 4 retired (4/5 * 1/4 = 1/5), one censored; at 3, one of 2
     * deployed (3/5 * 1/2 = 3/10); one open at 4. Kaplan-Meier with the retired one censored says 1 - 4/5 * 1/2 = 3/5
     * deployed, since it takes the retired one for still deployable.
     */
    @Test
    void a_small_example_by_hand() {
        AalenJohansen estimate = AalenJohansen.estimate(List.of(
                observation(4, Outcome.OPEN),
                observation(2, Outcome.OPEN),
                observation(3, Outcome.REACHED),
                observation(2, Outcome.RETIRED),
                observation(1, Outcome.REACHED)));
        assertThat(estimate.incidenceAt(Outcome.REACHED, Duration.ofHours(23))).isZero();
        assertThat(estimate.incidenceAt(Outcome.REACHED, Duration.ofDays(2))).isEqualTo(0.2);
        assertThat(estimate.incidenceAt(Outcome.RETIRED, Duration.ofDays(2))).isEqualTo(0.2);
        assertThat(estimate.incidenceAt(Outcome.REACHED, Duration.ofDays(9))).isCloseTo(0.5, within(1e-15));
        assertThat(estimate.steps().get(3).stillOpen()).isCloseTo(0.3, within(1e-15));
        KaplanMeier naive = KaplanMeier.estimate(SurvivalFixture.sample("1,2+,2+,3,4+"));
        assertThat(1 - naive.survivalAt(Duration.ofDays(9))).isCloseTo(0.6, within(1e-15));
    }

    @Test
    void without_competition_it_is_one_minus_kaplan_meier() {
        List<KaplanMeier.Observation> sample = SurvivalFixture.sample(SurvivalFixture.FREIREICH_6MP);
        AalenJohansen estimate = AalenJohansen.estimate(sample.stream()
                .map(one -> new AalenJohansen.Observation(one.time(), one.event() ? Outcome.REACHED : Outcome.OPEN))
                .toList());
        for (KaplanMeier.Step step : KaplanMeier.estimate(sample).steps()) {
            assertThat(estimate.incidenceAt(Outcome.REACHED, step.time()))
                    .isCloseTo(1 - step.survival(), within(1e-15));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DISMISSED", "MERGED", "CONTRADICTORY"})
    void who_is_in_no_population_is_refused(Outcome outcome) {
        assertThatIllegalArgumentException().isThrownBy(() -> observation(1, outcome));
    }

    private static AalenJohansen.Observation observation(int days, Outcome outcome) {
        return new AalenJohansen.Observation(Duration.ofDays(days), outcome);
    }
}
