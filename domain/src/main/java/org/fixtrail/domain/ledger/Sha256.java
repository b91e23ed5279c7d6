package org.fixtrail.domain.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 value; its hash functions are those of RFC 6962, 2.1. */
public final class Sha256 {
    /** Bytes of one hash. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Sha256(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 hash has 32 bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    /** Takes a copy of 32 bytes. */
    public static Sha256 of(byte[] hash) {
        return new Sha256(hash.clone());
    }

    /** Reads 64 hexadecimal digits; the pair of {@link #toString}. */
    public static Sha256 parse(String hex) {
        return new Sha256(HexFormat.of().parseHex(hex));
    }

    /** Plain SHA-256 over the parts one after the other. */
    public static Sha256 over(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Sha256(digest.digest());
    }

    /** {@code SHA-256(0x00 || data)}. */
    public static Sha256 leaf(byte[] data) {
        return over(new byte[] {0}, data);
    }

    /** {@code SHA-256(0x01 || left || right)}. */
    public static Sha256 node(Sha256 left, Sha256 right) {
        return over(new byte[] {1}, left.bytes, right.bytes);
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sha256 that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
