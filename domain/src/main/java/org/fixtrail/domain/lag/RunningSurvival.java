package org.fixtrail.domain.lag;

/**
 * The product of (atRisk - events) / atRisk over the steps so far. Between two censorings the factors telescope into
 * one quotient, which is taken as such: without censoring the result is the correctly rounded share, and rounding
 * errors grow with the number of censoring times, not of steps.
 */
final class RunningSurvival {
    private double atBlockStart = 1;
    private int atRiskAtBlockStart;
    private boolean inBlock;

    /** The product after one more step. */
    double after(int atRisk, int events, int censored) {
        if (!inBlock) {
            atRiskAtBlockStart = atRisk;
            inBlock = true;
        }
        double survival = atBlockStart * (atRisk - events) / atRiskAtBlockStart;
        if (censored > 0) {
            atBlockStart = survival;
            inBlock = false;
        }
        return survival;
    }
}
