package org.fixtrail.services.pack;

import java.time.Duration;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.lag.Incidence;
import org.jspecify.annotations.Nullable;

/**
 * The lag between two stages over one group of failures: Kaplan-Meier estimates with open failures censored.
 *
 * @param population how many failures the estimate counts; 0 = no data
 * @param censored how many of them had not reached {@code to} as of the pack's moment
 * @param naiveMean mean over the failures that reached {@code to}; null where none did
 * @param zeros how many lags are exactly zero
 * @param incidence the Aalen-Johansen shares of the ways in which lags ended; null while none has
 */
public record LagRow(
        Group group,
        String label,
        Stage from,
        Stage to,
        long population,
        long censored,
        Quantile p50,
        Quantile p75,
        Quantile p90,
        @Nullable Duration naiveMean,
        long zeros,
        @Nullable Incidence incidence) {

    /** Whether there was nothing to estimate from, which is not the same as a lag of zero. */
    public boolean noData() {
        return population == 0;
    }

    /** What the failures of a row have in common; {@link LagRow#label} names which one. */
    public enum Group {
        OVERALL,
        AI_SYSTEM,
        SEVERITY
    }

    /**
     * One quantile with the limits of its 95 % confidence interval.
     *
     * @param value null = not reached, or no data
     * @param lower null = not reached
     * @param upper null = not reached
     */
    public record Quantile(
            @Nullable Duration value,
            @Nullable Duration lower,
            @Nullable Duration upper) {

        /** Neither the estimate nor a limit is reached. */
        public static final Quantile NOT_REACHED = new Quantile(null, null, null);
    }
}
