package org.fixtrail.services.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes of passwords as they are stored: {@code pbkdf2-sha512$rounds$salt$hash}, salt and hash in base64. A hash carries its
 * own cost, so that {@link #ROUNDS} can rise while old hashes go on working.
 */
final class PasswordHash {
    /** As OWASP's Password Storage Cheat Sheet asks for with SHA-512. */
    static final int ROUNDS = 210_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 64;
    private static final String NAME = "pbkdf2-sha512";
    private static final Pattern FORM =
            Pattern.compile(NAME + "\\$([1-9][0-9]{0,8})\\$([A-Za-z0-9+/=]{1,200})\\$([A-Za-z0-9+/=]{1,200})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordHash() {}

    static String of(char[] password) {
        return of(password, ROUNDS);
    }

    static String of(char[] password, int rounds) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        byte[] hash = derive(password, salt, rounds, HASH_BYTES);
        return NAME + "$" + rounds + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    /** @throws IllegalArgumentException if the stored text is no hash */
    static boolean matches(char[] password, String stored) {
        Matcher parts = parts(stored);
        byte[] expected = Base64.getDecoder().decode(parts.group(3));
        byte[] salt = Base64.getDecoder().decode(parts.group(2));
        byte[] actual = derive(password, salt, Integer.parseInt(parts.group(1)), expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    private static Matcher parts(String stored) {
        Matcher parts = FORM.matcher(stored);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a password hash");
        }
        return parts;
    }

    private static byte[] derive(char[] password, byte[] salt, int rounds, int bytes) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, rounds, bytes * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 8 on has PBKDF2 with SHA-512", e);
        } finally {
            spec.clearPassword();
        }
    }
}
