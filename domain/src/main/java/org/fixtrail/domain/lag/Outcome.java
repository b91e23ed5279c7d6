package org.fixtrail.domain.lag;

import org.fixtrail.domain.failure.Stage;

/** How a lag stands as of a moment. */
public enum Outcome {
    /** The second stage was reached: the lag is closed. */
    REACHED("reached"),
    /** Nothing has ended it: it runs until the as-of moment. */
    OPEN("still open"),
    /**
     * A later stage came without the second one, which therefore never will: the remedy left it out, or the fix was
     * deployed before any containment.
     */
    PASSED("passed over"),
    /** The organisation accepted the risk first. */
    RISK_ACCEPTED("risk accepted"),
    /** The AI system was withdrawn first. */
    RETIRED("retired"),
    /** It turned out to be no failure. */
    DISMISSED("dismissed"),
    /** It turned out to be a duplicate. */
    MERGED("merged"),
    /** What ended it lies before its start: the length is negative and no figure may use it. */
    CONTRADICTORY("contradictory");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** Whether it competes with {@link #REACHED}: it keeps that from happening, and is not mere lack of knowledge. */
    public boolean isCompeting() {
        return this == PASSED || this == RISK_ACCEPTED || this == RETIRED;
    }

    static Outcome ofEnding(Stage ending) {
        return switch (ending) {
            case RISK_ACCEPTED -> RISK_ACCEPTED;
            case RETIRED -> RETIRED;
            case DISMISSED -> DISMISSED;
            case MERGED -> MERGED;
            default -> throw new IllegalArgumentException("not an ending: " + ending);
        };
    }
}
