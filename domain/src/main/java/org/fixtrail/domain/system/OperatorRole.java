package org.fixtrail.domain.system;

/** What the organisation is with regard to an AI system. */
public enum OperatorRole {
    /** Develops it or has it developed. */
    PROVIDER("Provider"),
    /** Uses it under its authority. */
    DEPLOYER("Deployer"),
    /** Both at once. */
    BOTH("Provider and deployer");

    private final String label;

    OperatorRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
