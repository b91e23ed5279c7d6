package org.fixtrail.domain.intake;

/** What somebody who reports from outside is to the AI system. */
public enum Reporter {
    DEPLOYER("A deployer: we use the system in our organisation"),
    AFFECTED("Somebody whom the system affected"),
    RESEARCHER("A researcher or journalist"),
    OTHER("Somebody else");

    private final String label;

    Reporter(String label) {
        this.label = label;
    }

    /** As the form says it. */
    public String label() {
        return label;
    }
}
