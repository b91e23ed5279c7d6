package org.fixtrail.domain.lag;

import java.util.List;
import java.util.OptionalDouble;

/** Greenwood's (1926) variance: the sum of d / (n (n - d)) over the steps. */
final class GreenwoodVariance implements LogVariance {
    private double sum;

    @Override
    public OptionalDouble after(List<KaplanMeier.Observation> leaving, int atRisk, int events) {
        sum += LogVariance.term(atRisk, events);
        return Double.isFinite(sum) ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }
}
