package org.fixtrail.domain.verification;

import java.util.OptionalDouble;

/**
 * The rate of a failure, given how often it happened in how many interactions. Deterministic: the same bits on any
 * machine.
 */
public final class FailureRate {
    /** Terms below this share of the sum no longer change it. */
    private static final double NEGLIGIBLE = 1e-18;

    private FailureRate() {}

    /**
     * The exact one-sided upper confidence bound of a binomial rate (Clopper and Pearson, Biometrika 26 (1934)
     * 404-413): the rate at which so few occurrences, or fewer, have a probability of only 1 - confidence. Without
     * occurrences that is 1 - (1 - confidence)^(1 / exposure).
     *
     * @param occurrences from 0 to exposure
     * @param exposure number of interactions, not negative
     * @param confidence at least 0.5 (below that it is no bound) and below 1, such as 0.95
     * @return from 0 to 1; empty without exposure, which says nothing: not verifiable rather than verified
     */
    public static OptionalDouble upperBound(long occurrences, long exposure, double confidence) {
        if (occurrences < 0 || occurrences > exposure) {
            throw new IllegalArgumentException(occurrences + " occurrences in " + exposure);
        }
        if (!(confidence >= 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("confidence from 0.5 to below 1: " + confidence);
        }
        if (exposure == 0) {
            return OptionalDouble.empty();
        }
        if (occurrences == exposure) {
            return OptionalDouble.of(1);
        }
        double logAlpha = StrictMath.log1p(-confidence);
        return OptionalDouble.of(
                occurrences == 0 ? -StrictMath.expm1(logAlpha / exposure) : solve(occurrences, exposure, logAlpha));
    }

    /** Bisection down to neighbouring doubles: the probability falls as the rate grows. Returns the upper neighbour. */
    private static double solve(long occurrences, long exposure, double logAlpha) {
        double logWays = logWays(occurrences, exposure);
        double low = (double) occurrences / exposure;
        double high = 1;
        for (double middle = low + (high - low) / 2; low < middle && middle < high; middle = low + (high - low) / 2) {
            if (logProbabilityOfAtMost(occurrences, exposure, middle, logWays) > logAlpha) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * The logarithm of P(X <= k) for a rate of at least k/n: the term of k, the largest, times the sum of the others
     * relative to it, going down until they no longer matter (some multiples of the standard deviation).
     */
    static double logProbabilityOfAtMost(long k, long n, double rate, double logWays) {
        double sum = 1;
        double term = 1;
        double odds = (1 - rate) / rate;
        for (long j = k; j > 0 && term > NEGLIGIBLE * sum; j--) {
            term *= j / (double) (n - j + 1) * odds;
            sum += term;
        }
        return logWays + k * StrictMath.log(rate) + (n - k) * StrictMath.log1p(-rate) + StrictMath.log(sum);
    }

    /**
     * The logarithm of n over k, as a sum of k logarithms with compensation (Neumaier): the difference of three
     * log-gammas would lose all digits after the fourth at n = 1e10.
     */
    static double logWays(long k, long n) {
        double sum = 0;
        double lost = 0;
        for (long i = 1; i <= Math.min(k, n - k); i++) {
            double term = StrictMath.log((n - i + 1) / (double) i);
            double next = sum + term;
            lost += Math.abs(sum) >= term ? sum - next + term : term - next + sum;
            sum = next;
        }
        return sum + lost;
    }
}
