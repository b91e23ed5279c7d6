package org.fixtrail.domain.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sample of up to six observations over four times, each an event or censored, against exact fractions. */
class KaplanMeierBruteForceTest {
    private static final int TIMES = 4;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void every_small_sample_agrees_with_redistribution_to_the_right(int size) {
        SurvivalFixture.multisets(size, 2 * TIMES).forEach(kinds -> check(kinds));
    }

    private static void check(List<Integer> kinds) {
        List<KaplanMeier.Observation> sample = new ArrayList<>();
        List<RedistributeToTheRight.Point> points = new ArrayList<>();
        for (int kind : kinds) {
            sample.add(SurvivalFixture.observation(kind / 2, kind % 2 == 0, sample.size()));
            points.add(new RedistributeToTheRight.Point(kind / 2, -(kind % 2)));
        }
        RedistributeToTheRight reference = new RedistributeToTheRight(points);
        KaplanMeier curve = KaplanMeier.estimate(sample);
        KaplanMeier clustered = KaplanMeier.clustered(sample);
        for (int i = 0; i < curve.steps().size(); i++) {
            KaplanMeier.Step step = curve.steps().get(i);
            int time = (int) step.time().toDays();
            assertThat(step.survival())
                    .as("%s", points)
                    .isCloseTo(reference.survival(time).toDouble(), within(1e-15));
            Optional<Double> variance = greenwood(points, time);
            assertThat(step.logVariance().isPresent()).isEqualTo(variance.isPresent());
            variance.ifPresent(
                    expected -> assertThat(step.logVariance().orElseThrow()).isCloseTo(expected, within(1e-14)));
            if (sample.size() > 1) {
                KaplanMeier.Step robust = clustered.steps().get(i);
                assertThat(robust.survival()).isEqualTo(step.survival());
                assertThat(robust.logVariance().isPresent()).isEqualTo(variance.isPresent());
                variance.ifPresent(expected ->
                        assertThat(robust.logVariance().orElseThrow()).isCloseTo(expected, within(1e-13)));
            }
        }
        List<Fraction> survival =
                IntStream.range(0, TIMES).mapToObj(reference::survival).toList();
        for (int percent = 1; percent <= 99; percent++) {
            assertThat(curve.quantile(percent, KaplanMeier.Z_95).estimate())
                    .as("p%d of %s", percent, points)
                    .isEqualTo(quantile(survival, percent));
        }
    }

    private static Optional<Duration> quantile(List<Fraction> survival, int percent) {
        return IntStream.range(0, TIMES)
                .filter(time -> survival.get(time).compareTo(Fraction.of(100 - percent, 100)) <= 0)
                .mapToObj(Duration::ofDays)
                .findFirst();
    }

    private static Optional<Double> greenwood(List<RedistributeToTheRight.Point> points, int until) {
        Fraction sum = Fraction.ZERO;
        for (int time = 0; time <= until; time++) {
            int now = time;
            long atRisk = points.stream().filter(point -> point.time() >= now).count();
            long events = points.stream()
                    .filter(point -> point.time() == now && !point.censored())
                    .count();
            if (events > 0 && events == atRisk) {
                return Optional.empty();
            }
            sum = events == 0 ? sum : sum.plus(Fraction.of(events, atRisk * (atRisk - events)));
        }
        return Optional.of(sum.toDouble());
    }
}
