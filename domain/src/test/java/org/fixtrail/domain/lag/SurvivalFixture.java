package org.fixtrail.domain.lag;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Samples of lags for tests of the estimators. */
final class SurvivalFixture {
    /** Remission in weeks of 21 patients on 6-mercaptopurine: Freireich and others, Blood 21 (1963) 699-716. */
    static final String FREIREICH_6MP = "6,6,6,6+,7,9+,10,10+,11+,13,16,17+,19+,20+,22,23,25+,32+,32+,34+,35+";
    /** Remission in weeks with maintenance chemotherapy: Miller, Survival Analysis (1981) 49; R's {@code aml}. */
    static final String AML_MAINTAINED = "9,13,13+,18,23,28+,31,34,45+,48,161+";
    /** The same study without maintenance. */
    static final String AML_NOT_MAINTAINED = "5,5,8,8,12,16+,23,27,30,33,43,45";

    private SurvivalFixture() {}

    /** Reads times in days with + for censored, each in a cluster of its own. */
    static List<KaplanMeier.Observation> sample(String text) {
        List<KaplanMeier.Observation> sample = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            sample.add(observation(Integer.parseInt(item.replace("+", "")), !item.endsWith("+"), sample.size()));
        }
        return sample;
    }

    static KaplanMeier.Observation observation(int days, boolean event, int cluster) {
        return new KaplanMeier.Observation(Duration.ofDays(days), event, new UUID(0, cluster));
    }

    /** All multisets of exactly {@code size} of the kinds 0 to {@code kinds - 1}, each in ascending order. */
    static Stream<List<Integer>> multisets(int size, int kinds) {
        return size == 0
                ? Stream.of(List.of())
                : multisets(size - 1, kinds).flatMap(rest -> {
                    int least = rest.isEmpty() ? 0 : rest.get(rest.size() - 1);
                    return Stream.iterate(least, kind -> kind < kinds, kind -> kind + 1)
                            .map(kind -> {
                                List<Integer> longer = new ArrayList<>(rest);
                                longer.add(kind);
                                return longer;
                            });
                });
    }
}
