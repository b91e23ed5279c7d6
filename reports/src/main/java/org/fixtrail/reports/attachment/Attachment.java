package org.fixtrail.reports.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file inside the pack. Its bytes are shared, not copied. */
public final class Attachment {
    private final String name;
    private final String mediaType;
    private final String description;
    private final byte[] bytes;

    Attachment(String name, String mediaType, String description, byte[] bytes) {
        this.name = name;
        this.mediaType = mediaType;
        this.description = description;
        this.bytes = bytes;
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    /** One sentence for the list of attachments that PDF readers show. */
    public String description() {
        return description;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
    public String sha256() {
        return sha256(bytes);
    }

    /** SHA-256 of these bytes as the manifest writes it. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
