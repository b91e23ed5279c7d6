package org.fixtrail.domain.failure;

import static org.fixtrail.domain.failure.Stage.CURATED;
import static org.fixtrail.domain.failure.Stage.RETRAINED;

import java.util.EnumSet;
import java.util.Set;

/** How a failure is fixed; {@link #skips} is the only list of stages that may be left out. */
public enum Remedy {
    RETRAINING("Retraining"),
    FINE_TUNING("Fine-tuning"),
    PROMPT("Prompt change"),
    RULE("Rule change"),
    RETRIEVAL_CONTENT("Retrieval content"),
    CODE("Code change"),
    ROLLBACK("Rollback"),
    WITHDRAWAL("Withdrawal");

    private final String label;

    Remedy(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The stages that this remedy does not need. */
    public Set<Stage> skips() {
        return switch (this) {
            case RETRAINING, FINE_TUNING -> EnumSet.noneOf(Stage.class);
            case PROMPT, RULE, RETRIEVAL_CONTENT, CODE -> EnumSet.of(RETRAINED);
            case ROLLBACK, WITHDRAWAL -> EnumSet.of(CURATED, RETRAINED);
        };
    }
}
