package org.fixtrail.domain.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusteredVarianceTest {
    @Test
    void observations_each_in_a_cluster_of_their_own_give_greenwood() {
        List<KaplanMeier.Observation> sample = SurvivalFixture.sample(SurvivalFixture.FREIREICH_6MP);
        KaplanMeier independent = KaplanMeier.estimate(sample);
        KaplanMeier clustered = KaplanMeier.clustered(sample);
        assertThat(clustered.clusters()).hasValue(21);
        for (int i = 0; i < independent.steps().size(); i++) {
            assertThat(clustered.steps().get(i).logVariance().orElseThrow())
                    .isCloseTo(independent.steps().get(i).logVariance().orElseThrow(), within(1e-14));
        }
    }

    /** The sums are updated rather than recomputed; that must not lose digits on the way. */
    @Test
    void twenty_thousand_clusters_still_give_greenwood() {
        Random random = new Random(8);
        List<KaplanMeier.Observation> sample = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            sample.add(SurvivalFixture.observation(random.nextInt(100_000), random.nextInt(3) > 0, i));
        }
        KaplanMeier independent = KaplanMeier.estimate(sample);
        KaplanMeier clustered = KaplanMeier.clustered(sample);
        for (int i = 0; i < independent.steps().size(); i++) {
            KaplanMeier.Step step = independent.steps().get(i);
            assertThat(clustered.steps().get(i).logVariance().isPresent())
                    .isEqualTo(step.logVariance().isPresent());
            if (step.logVariance().isPresent()) {
                double greenwood = step.logVariance().getAsDouble();
                assertThat(clustered.steps().get(i).logVariance().orElseThrow())
                        .isCloseTo(greenwood, within(1e-10 * greenwood + 1e-16));
            }
        }
    }

    /** Three copies of each patient are no more knowledge than one. */
    @Test
    void copies_within_a_cluster_do_not_narrow_the_limits() {
        List<KaplanMeier.Observation> once = SurvivalFixture.sample(SurvivalFixture.AML_MAINTAINED);
        List<KaplanMeier.Observation> thrice = new ArrayList<>(once);
        thrice.addAll(once);
        thrice.addAll(once);
        KaplanMeier single = KaplanMeier.estimate(once);
        KaplanMeier copied = KaplanMeier.clustered(thrice);
        for (int i = 0; i < single.steps().size(); i++) {
            assertThat(copied.steps().get(i).survival())
                    .isCloseTo(single.steps().get(i).survival(), within(1e-15));
            assertThat(copied.steps().get(i).logVariance().orElseThrow())
                    .isCloseTo(single.steps().get(i).logVariance().orElseThrow(), within(1e-14));
        }
        assertThat(KaplanMeier.estimate(thrice).steps().get(3).logVariance().orElseThrow())
                .isLessThan(single.steps().get(3).logVariance().orElseThrow() / 2);
    }

    @Test
    void a_single_cluster_has_no_variance_to_speak_of() {
        List<KaplanMeier.Observation> sample = List.of(
                SurvivalFixture.observation(1, true, 7),
                SurvivalFixture.observation(2, true, 7),
                SurvivalFixture.observation(3, false, 7));
        KaplanMeier curve = KaplanMeier.clustered(sample);
        assertThat(curve.steps()).allMatch(step -> step.limits(KaplanMeier.Z_95).isEmpty());
        assertThat(curve.quantile(50, KaplanMeier.Z_95).estimate()).isPresent();
    }

    /** The infinitesimal jackknife by its definition: the slope of log S(t) as the weight of one cluster changes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_variance_is_the_sum_of_squared_slopes_by_cluster_weight(long seed) {
        List<KaplanMeier.Observation> sample = correlatedSample(seed, 12);
        KaplanMeier curve = KaplanMeier.clustered(sample);
        for (KaplanMeier.Step step : curve.steps()) {
            if (step.logVariance().isEmpty()) {
                continue;
            }
            double expected = clusters(sample).stream()
                    .mapToDouble(cluster -> Math.pow(slope(sample, cluster, step), 2))
                    .sum();
            assertThat(step.logVariance().getAsDouble()).isCloseTo(expected, within(1e-7 * (1 + expected)));
        }
    }

    private static double slope(List<KaplanMeier.Observation> sample, UUID cluster, KaplanMeier.Step until) {
        double h = 1e-5;
        return (logSurvival(sample, Map.of(cluster, 1 + h), until) - logSurvival(sample, Map.of(cluster, 1 - h), until))
                / (2 * h);
    }

    private static double logSurvival(
            List<KaplanMeier.Observation> sample, Map<UUID, Double> weights, KaplanMeier.Step until) {
        return sample.stream()
                .filter(observation -> observation.event() && observation.time().compareTo(until.time()) <= 0)
                .map(KaplanMeier.Observation::time)
                .distinct()
                .mapToDouble(time -> {
                    double atRisk = 0;
                    double events = 0;
                    for (KaplanMeier.Observation observation : sample) {
                        double weight = weights.getOrDefault(observation.cluster(), 1.0);
                        atRisk += observation.time().compareTo(time) >= 0 ? weight : 0;
                        events += observation.event() && observation.time().equals(time) ? weight : 0;
                    }
                    return Math.log((atRisk - events) / atRisk);
                })
                .sum();
    }

    /** Another estimate of the same variance: leave out one failure at a time. */
    @Test
    void the_variance_is_near_that_of_the_jackknife_by_cluster() {
        List<KaplanMeier.Observation> sample = correlatedSample(99, 150);
        KaplanMeier curve = KaplanMeier.clustered(sample);
        KaplanMeier.Step middle = curve.steps().get(curve.steps().size() / 2);
        List<Double> leftOut = clusters(sample).stream()
                .map(cluster -> KaplanMeier.estimate(sample.stream()
                                .filter(observation -> !observation.cluster().equals(cluster))
                                .toList())
                        .survivalAt(middle.time()))
                .toList();
        double mean =
                leftOut.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double jackknife =
                leftOut.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum()
                        * (leftOut.size() - 1)
                        / leftOut.size();
        assertThat(Math.pow(middle.standardError().orElseThrow(), 2))
                .isCloseTo(jackknife, Percentage.withPercentage(3));
        KaplanMeier.Step unclustered =
                KaplanMeier.estimate(sample).steps().get(curve.steps().size() / 2);
        assertThat(middle.standardError().orElseThrow())
                .isGreaterThan(1.2 * unclustered.standardError().orElseThrow());
    }

    private static List<UUID> clusters(List<KaplanMeier.Observation> sample) {
        return List.copyOf(sample.stream().map(KaplanMeier.Observation::cluster).collect(Collectors.toSet()));
    }

    /** One to four cycles a failure, alike within it. */
    private static List<KaplanMeier.Observation> correlatedSample(long seed, int clusters) {
        Random random = new Random(seed);
        List<KaplanMeier.Observation> sample = new ArrayList<>();
        for (int cluster = 0; cluster < clusters; cluster++) {
            int level = random.nextInt(40);
            int cycles = 1 + random.nextInt(4);
            for (int i = 0; i < cycles; i++) {
                sample.add(SurvivalFixture.observation(level + random.nextInt(10), random.nextInt(4) > 0, cluster));
            }
        }
        return sample;
    }
}
