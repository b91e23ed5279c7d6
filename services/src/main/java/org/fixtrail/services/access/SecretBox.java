package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.ledger.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts the few secrets that must be read again, by the key of the installation, so that the database alone does not give
 * them away: AES-256 in GCM, written as 12 bytes of nonce and the ciphertext; bound to whose secret it is.
 */
@ApplicationScoped
public class SecretBox {
    static final int SHORTEST_KEY = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final @Nullable SecretKeySpec key;

    /** @param key at least 32 characters, random; without it nothing can be kept */
    @Inject
    public SecretBox(@ConfigProperty(name = "fixtrail.secret-key") Optional<String> key) {
        this.key = key.filter(text -> text.length() >= SHORTEST_KEY)
                .map(text -> new SecretKeySpec(
                        Sha256.over(text.getBytes(StandardCharsets.UTF_8)).bytes(), "AES"))
                .orElse(null);
    }

    protected SecretBox() {
        this(Optional.empty());
    }

    /** Whether the installation has a key. */
    public boolean isThere() {
        return key != null;
    }

    public byte[] close(byte[] secret, UUID owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] hidden = run(Cipher.ENCRYPT_MODE, nonce, secret, owner);
        return ByteBuffer.allocate(nonce.length + hidden.length)
                .put(nonce)
                .put(hidden)
                .array();
    }

    /** @throws IllegalStateException if it was closed by another key or for somebody else */
    public byte[] open(byte[] closed, UUID owner) {
        byte[] nonce = Arrays.copyOf(closed, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(closed, NONCE_BYTES, closed.length), owner);
    }

    private byte[] run(int mode, byte[] nonce, byte[] data, UUID owner) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept secret cannot be read: is fixtrail.secret-key another one?", e);
        }
    }
}
