package org.fixtrail.domain.clock;

/** Why the clock of a target may pause; a target names one, or none. */
public enum PauseReason {
    /** A supplier, a provider of a model or another third party has to act. */
    THIRD_PARTY("waiting for a third party"),
    /** A deployer, customer or user has to answer. */
    CUSTOMER("waiting for a customer or deployer"),
    /** An authority has to decide. */
    AUTHORITY("waiting for an authority");

    private final String label;

    PauseReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
