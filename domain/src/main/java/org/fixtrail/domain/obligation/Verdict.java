package org.fixtrail.domain.obligation;

import java.util.List;

/**
 * Whether a rule applies.
 *
 * @param grounds why, in words, the deciding ones first
 * @param unanswered the facts that would decide it; empty unless it is undecided
 */
public record Verdict(Standing standing, List<String> grounds, List<Fact> unanswered) {
    public Verdict {
        grounds = List.copyOf(grounds);
        unanswered = List.copyOf(unanswered);
    }

    /** What is known of it. */
    public enum Standing {
        APPLIES("Applies"),
        UNDECIDED("Depends on answers"),
        DOES_NOT_APPLY("Does not apply");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean applies() {
        return standing == Standing.APPLIES;
    }
}
