package org.fixtrail.services.organisation;

/**
 * The answer to the operator who closes, opens or deletes an organisation. Not an {@code Outcome}: a refusal of those is
 * noted in the ledger, and that of a closed organisation takes no notes.
 */
public sealed interface LifeResult {

    record Done() implements LifeResult {}

    /** @param reason what speaks against it, for the operator */
    record Refused(String reason) implements LifeResult {}
}
