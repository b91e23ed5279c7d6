package org.fixtrail.services.accessreview;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One right that somebody or something holds now.
 *
 * @param holderId of the person or key
 * @param holder name of the person, label of the key
 * @param address of the person; of who answers for the key
 * @param what the role; for a key its kind
 * @param standsFor for whom the holder stands in, or null
 * @param system to which a key is bound, or null
 * @param until when it ends by itself, or null
 * @param givenBy who gave or proposed it
 * @param confirmedBy the second person, or null where there was none
 * @param reason what was said for it; empty if nothing
 * @param lastUsed to the hour; null if never
 */
public record HeldRight(
        Kind kind,
        UUID holderId,
        String holder,
        String address,
        String what,
        @Nullable String standsFor,
        @Nullable String system,
        Instant since,
        @Nullable Instant until,
        String givenBy,
        @Nullable String confirmedBy,
        String reason,
        @Nullable Instant lastUsed,
        Set<RightMark> marks) {

    public HeldRight {
        marks = Set.copyOf(marks);
    }

    /** What holds it. */
    public enum Kind {
        PERSON("Person"),
        SUBSTITUTE("Substitute"),
        KEY("Key"),
        TOKEN("Access token");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
