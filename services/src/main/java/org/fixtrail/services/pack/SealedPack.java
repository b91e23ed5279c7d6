package org.fixtrail.services.pack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A finished evidence pack: a sealed PDF/A-3 file and the hash that names exactly these bytes. */
public final class SealedPack {
    private final byte[] pdf;
    private final String sha256Hex;

    /** Takes over the array: the caller must not change it any more. */
    public SealedPack(byte[] pdf) {
        this.pdf = pdf;
        this.sha256Hex = sha256(pdf);
    }

    /** The file itself, not a copy: packs may have tens of megabytes. */
    public byte[] pdf() {
        return pdf;
    }

    /** SHA-256 of {@link #pdf}, 64 lower-case hexadecimal digits. */
    public String sha256Hex() {
        return sha256Hex;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
