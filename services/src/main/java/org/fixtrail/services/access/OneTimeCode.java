package org.fixtrail.services.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Codes by time, as authenticator programs show them (RFC 6238: SHA-1, 30 seconds, six digits). */
final class OneTimeCode {
    /** As RFC 4226, section 4, recommends. */
    static final int SECRET_BYTES = 20;

    private static final Duration STEP = Duration.ofSeconds(30);
    /** Steps before and after the present one that are taken, for clocks that differ and for slow fingers. */
    private static final int TOLERANCE = 1;

    private static final int DIGITS = 6;

    private OneTimeCode() {}

    /** The time step to which a code belongs, near the moment; empty if it is not one of the secret's. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        long present = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(present - TOLERANCE, present + TOLERANCE)
                .filter(step -> same(code, at(secret, step)))
                .max();
    }

    /** The code of a step. */
    static String at(byte[] secret, long step) {
        TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(
                STEP, DIGITS, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1);
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "RAW"), Instant.ofEpochSecond(step * STEP.toSeconds()));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("an HMAC takes any key", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
