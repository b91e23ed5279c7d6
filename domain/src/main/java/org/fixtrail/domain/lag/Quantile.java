package org.fixtrail.domain.lag;

import java.time.Duration;
import java.util.Optional;

/**
 * A percentile of a lag with its confidence limits. Empty means "not reached": the data do not go far enough to say.
 *
 * @param percent 1 to 99
 * @param estimate the smallest time at which at least that share has happened, by the estimate
 * @param lower where the lower limit of the survival curve first comes down to the level
 * @param upper where the upper limit of the survival curve first comes down to the level
 */
public record Quantile(int percent, Optional<Duration> estimate, Optional<Duration> lower, Optional<Duration> upper) {}
