package org.fixtrail.services.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a row is named, so that a later run knows it again.
 *
 * @param from places, the first one with a value counts; empty if {@code all} is given
 * @param all places that make the key together; empty if {@code from} is given
 * @param hashOf where the key is absent, the key is a hash of these values; may be empty
 */
record KeyRule(List<Place> from, List<Place> all, List<Place> hashOf) {
    static final int MAX_LENGTH = 200;
    private static final int HASH_DIGITS = 32;

    KeyRule {
        from = List.copyOf(from);
        all = List.copyOf(all);
        hashOf = List.copyOf(hashOf);
    }

    List<Place> places() {
        List<Place> places = new ArrayList<>(from);
        places.addAll(all);
        places.addAll(hashOf);
        return places;
    }

    /** Parts joined by {@code |}; a {@code |} or {@code \} inside a part is escaped, so that keys cannot collide. */
    static String join(List<String> parts) {
        return parts.stream()
                .map(part -> part.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining("|"));
    }

    /** {@code sha256-} and 128 bits; an absent value counts as empty. */
    static String hash(List<String> parts) {
        return "sha256-" + Fingerprint.of(parts).substring(0, HASH_DIGITS);
    }
}
