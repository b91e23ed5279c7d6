package org.fixtrail.domain.lag;

import static java.util.Objects.requireNonNull;

import org.fixtrail.domain.failure.Stage;

/**
 * The two stages that a lag lies between; written {@code DETECTED-DEPLOYED}. Both are on the line and in its order; the
 * one pair beside the line is {@link #CONTAINMENT}, since containment may fall anywhere after detection.
 */
public record StagePair(Stage from, Stage to) {
    /** Emerged to detected: right-truncated, since what nobody has noticed yet is not seen. */
    public static final StagePair DETECTION = new StagePair(Stage.EMERGED, Stage.DETECTED);
    /** Detected to first contained. */
    public static final StagePair CONTAINMENT = new StagePair(Stage.DETECTED, Stage.CONTAINED);
    /** Detected to deployed: the adaptation lag. */
    public static final StagePair ADAPTATION = new StagePair(Stage.DETECTED, Stage.DEPLOYED);
    /** Deployed to verified. */
    public static final StagePair VERIFICATION = new StagePair(Stage.DEPLOYED, Stage.VERIFIED);

    private static final char SEPARATOR = '-';

    public StagePair {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        boolean alongTheLine = from.onLine() && to.onLine() && from.number() < to.number();
        boolean containment = from == Stage.DETECTED && to == Stage.CONTAINED;
        if (!alongTheLine && !containment) {
            throw new IllegalArgumentException("no lag lies between " + from + " and " + to);
        }
    }

    /** Reads {@link #toString}'s form; throws IllegalArgumentException for any other. */
    public static StagePair parse(String text) {
        int at = text.indexOf(SEPARATOR);
        if (at < 0) {
            throw new IllegalArgumentException("a stage pair is written FROM-TO: " + text);
        }
        return new StagePair(Stage.valueOf(text.substring(0, at)), Stage.valueOf(text.substring(at + 1)));
    }

    /**
     * Whether the population of this pair is right-truncated: a failure is in it only because it was detected, so the
     * ones with long lags are missing rather than censored, and Kaplan-Meier would come out too short.
     */
    public boolean isRightTruncated() {
        return from == Stage.EMERGED;
    }

    /** Whether reaching the stage without having reached {@link #to} shows that {@link #to} was left out for good. */
    boolean isPassedBy(Stage stage) {
        return to == Stage.CONTAINED ? stage.number() >= Stage.DEPLOYED.number() : stage.number() > to.number();
    }

    @Override
    public String toString() {
        return from.name() + SEPARATOR + to.name();
    }
}
