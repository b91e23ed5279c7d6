package org.fixtrail.services.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import org.fixtrail.domain.ledger.Commitment;

/** Gives random salts. */
@ApplicationScoped
public class SaltSource {
    private final SecureRandom random = new SecureRandom();

    public byte[] next() {
        byte[] salt = new byte[Commitment.SALT_LENGTH];
        random.nextBytes(salt);
        return salt;
    }
}
