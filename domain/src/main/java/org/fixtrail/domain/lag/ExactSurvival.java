package org.fixtrail.domain.lag;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds percentiles without rounding. The estimate often equals 1-p exactly (the fifth of ten for p = 50), where a
 * rounding error of the last bit would move the percentile to the next time. Doubles decide where they are far from the
 * level; near it the product of fractions is compared in whole numbers.
 */
final class ExactSurvival {
    /**
     * Far above the rounding error of {@link RunningSurvival}: at most four roundings of 2^-53 for each censoring time,
     * so 4.5e-10 with a million of them.
     */
    private static final double NEAR = 1e-8;

    private ExactSurvival() {}

    static Optional<KaplanMeier.Step> quantile(List<KaplanMeier.Step> steps, int percent) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).events() > 0 && isAtMost(steps, i, 100 - percent)) {
                return Optional.of(steps.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean isAtMost(List<KaplanMeier.Step> steps, int index, int levelPercent) {
        double level = levelPercent / 100.0;
        double survival = steps.get(index).survival();
        return Math.abs(survival - level) > NEAR * level
                ? survival < level
                : isExactlyAtMost(steps.subList(0, index + 1), levelPercent);
    }

    private static boolean isExactlyAtMost(List<KaplanMeier.Step> steps, int levelPercent) {
        List<Integer> numerators = new ArrayList<>(List.of(100));
        List<Integer> denominators = new ArrayList<>(List.of(levelPercent));
        boolean inBlock = false;
        for (int i = 0; i < steps.size(); i++) {
            KaplanMeier.Step step = steps.get(i);
            if (!inBlock) {
                denominators.add(step.atRisk());
            }
            inBlock = step.censored() == 0 && i + 1 < steps.size();
            if (!inBlock) {
                numerators.add(step.atRisk() - step.events());
            }
        }
        return product(numerators).compareTo(product(denominators)) <= 0;
    }

    /** By halves, so that the factors stay of like size and large products stay fast. */
    private static BigInteger product(List<Integer> factors) {
        if (factors.size() == 1) {
            return BigInteger.valueOf(factors.get(0));
        }
        int half = factors.size() / 2;
        return product(factors.subList(0, half)).multiply(product(factors.subList(half, factors.size())));
    }
}
