package org.fixtrail.domain.ledger;

import java.util.Map;
import org.fixtrail.domain.json.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * Binds an entry to its act's content without showing it: {@code SHA-256(salt || canonical JSON of the content)} with 32
 * random bytes of salt. The content cannot be guessed from the hash; once salt and content are erased, the hash still
 * proves that something was there.
 */
public final class Commitment {
    /** Bytes of a salt. */
    public static final int SALT_LENGTH = 32;

    private Commitment() {}

    public static Sha256 to(Map<String, @Nullable Object> content, byte[] salt) {
        if (salt.length != SALT_LENGTH) {
            throw new IllegalArgumentException("a salt has 32 bytes");
        }
        return Sha256.over(salt, CanonicalJson.bytes(content));
    }
}
