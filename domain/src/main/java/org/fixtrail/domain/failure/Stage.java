package org.fixtrail.domain.failure;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A milestone of a failure's lifecycle. The first ten form the line, in the order in which they are reached; the others
 * stand beside it.
 */
public enum Stage {
    /** The first occurrence happened. */
    EMERGED(1, "Emerged"),
    /** Monitoring, a user or an outsider noticed. */
    DETECTED(2, "Detected"),
    /** The team named the root cause. */
    ANALYSED(3, "Analysed"),
    /** The remedy was chosen and its acceptance thresholds were fixed. */
    DECIDED(4, "Decided"),
    /** The data, text, rule or code change is ready. */
    CURATED(5, "Curated"),
    /** The new version is built. */
    RETRAINED(6, "Retrained"),
    /** The validation runs are done and meet the thresholds of {@link #DECIDED}. */
    VALIDATED(7, "Validated"),
    /** Somebody who did none of 5 to 7 reviewed the results. */
    REVIEWED(8, "Reviewed"),
    /** The rollout of the fix is complete. */
    DEPLOYED(9, "Deployed"),
    /** The observation window passed without too many recurrences. */
    VERIFIED(10, "Verified"),

    /** An interim measure stops harm; any time after {@link #DETECTED}, may repeat. */
    CONTAINED(0, "Contained"),
    /** Validation runs are done and miss a threshold; may repeat, and freezes the thresholds. */
    VALIDATION_FAILED(0, "Validation failed"),
    /** Not a failure after all; needs a second person. */
    DISMISSED(0, "Dismissed"),
    /** A duplicate of another failure; needs a second person. */
    MERGED(0, "Merged"),
    /** The organisation lives with it until the approval expires; needs a second person. */
    RISK_ACCEPTED(0, "Risk accepted"),
    /** The AI system was withdrawn without a fix; needs a second person. */
    RETIRED(0, "Retired");

    private static final List<Stage> LINE =
            List.of(EMERGED, DETECTED, ANALYSED, DECIDED, CURATED, RETRAINED, VALIDATED, REVIEWED, DEPLOYED, VERIFIED);
    private static final Set<Stage> ENDINGS = EnumSet.of(DISMISSED, MERGED, RISK_ACCEPTED, RETIRED);

    private final int number;
    private final String label;

    Stage(int number, String label) {
        this.number = number;
        this.label = label;
    }

    /** The ten stages of the line in order. */
    public static List<Stage> line() {
        return LINE;
    }

    /** 1 to 10 on the line, 0 beside it. */
    public int number() {
        return number;
    }

    /** How pages and reports name the stage. */
    public String label() {
        return label;
    }

    public boolean onLine() {
        return number > 0;
    }

    /** Whether reaching the stage takes the failure off the line: a second person must confirm it. */
    public boolean isEnding() {
        return ENDINGS.contains(this);
    }

    /** The next stage of the line, or empty after the last one and beside the line. */
    public Optional<Stage> next() {
        return onLine() && number < LINE.size() ? Optional.of(LINE.get(number)) : Optional.empty();
    }
}
