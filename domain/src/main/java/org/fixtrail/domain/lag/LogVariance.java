package org.fixtrail.domain.lag;

import java.util.List;
import java.util.OptionalDouble;

/** Follows the variance of the logarithm of the survival estimate from step to step. */
interface LogVariance {
    /**
     * The variance after one more step.
     *
     * @param leaving the observations with this step's time
     * @param atRisk how many were running just before, those leaving included
     * @param events how many of those leaving are events
     * @return empty if the data give none
     */
    OptionalDouble after(List<KaplanMeier.Observation> leaving, int atRisk, int events);

    /** What one step adds to Greenwood's sum; infinite if nobody is left. */
    static double term(int atRisk, int events) {
        return events / ((double) atRisk * (atRisk - events));
    }
}
