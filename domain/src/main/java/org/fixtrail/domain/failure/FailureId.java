package org.fixtrail.domain.failure;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one failure; written {@code F-} and the UUID in pages and in the API. */
public record FailureId(UUID value) {
    private static final String PREFIX = "F-";
    private static final int UUID_LENGTH = 36;

    public FailureId {
        requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException when the text is not {@code F-} and a UUID */
    public static FailureId parse(String text) {
        if (!text.startsWith(PREFIX) || text.length() != PREFIX.length() + UUID_LENGTH) {
            throw new IllegalArgumentException("a failure id is F- and a UUID");
        }
        return new FailureId(UUID.fromString(text.substring(PREFIX.length())));
    }

    /** Also takes the bare UUID, as the details of a transition keep it. */
    static UUID parseValue(String text) {
        return text.length() == UUID_LENGTH
                ? UUID.fromString(text)
                : parse(text).value();
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}
