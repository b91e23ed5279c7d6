package org.fixtrail.domain.failure;

/** The answer to a {@link MoveRequest}. */
public sealed interface Decision {

    /**
     * The transition may be recorded.
     *
     * @param stage usually the one asked for; {@link Stage#VALIDATION_FAILED} where results miss a threshold
     * @param proposal whether it waits for a second person
     * @param details what to record
     */
    record Allowed(Stage stage, int cycle, boolean proposal, StageDetails details) implements Decision {}

    /**
     * The transition may not be recorded.
     *
     * @param rule the name of the rule, stable for programs
     * @param reason what is wrong and what to do, for a person
     */
    record Refused(String rule, String reason) implements Decision {}
}
