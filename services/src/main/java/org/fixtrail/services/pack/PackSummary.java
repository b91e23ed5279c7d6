package org.fixtrail.services.pack;

/**
 * The counts on the summary page.
 *
 * @param failures all failures in scope, those dismissed and merged not among them
 * @param open of these, those whose line goes on
 * @param closed of these, those that were verified
 * @param riskAccepted of these, those that the organisation lives with
 * @param retired of these, those that ended with their AI system
 * @param dismissed counted beside the population
 * @param merged counted beside the population
 * @param imported of {@code failures}, those that came from another tool's history and skipped the guards
 * @param contradictory of {@code failures}, those whose times are out of order
 * @param zeroLags of {@code failures}, those with an adaptation lag of exactly zero
 */
public record PackSummary(
        long failures,
        long open,
        long closed,
        long riskAccepted,
        long retired,
        long dismissed,
        long merged,
        long imported,
        long contradictory,
        long zeroLags) {}
