package org.fixtrail.domain.ledger;

import java.util.Locale;
import java.util.UUID;

/**
 * Who does something: a person, a key of a machine or pipeline, or the server itself. Ids are random, so that the ledger
 * holds pseudonyms only.
 */
public record Actor(Kind kind, UUID id) {
    /** The server acting on its own, for example when a deadline passes. */
    public static final Actor SERVER = new Actor(Kind.SERVER, new UUID(0, 0));

    /** What kind of actor. */
    public enum Kind {
        PERSON,
        KEY,
        SERVER,
        OPERATOR
    }

    /** Reads {@link #toString}. */
    public static Actor parse(String text) {
        int colon = text.indexOf(':');
        return new Actor(
                Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)),
                UUID.fromString(text.substring(colon + 1)));
    }

    public boolean isPerson() {
        return kind == Kind.PERSON;
    }

    /** {@code person:} and the UUID. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}
