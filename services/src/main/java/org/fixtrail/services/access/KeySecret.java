package org.fixtrail.services.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.ledger.Sha256;

/**
 * The secret of a key: {@code fxt_}, a letter for the kind ({@code p} personal, {@code m} machine, {@code b} build
 * pipeline), {@code _} and 32 random bytes in base64url. With 256 random bits a plain SHA-256 is enough to store.
 */
record KeySecret(String text) {
    private static final int RANDOM_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("fxt_[pmb]_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    KeySecret {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a key's secret");
        }
    }

    static KeySecret random(KeyKind kind) {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new KeySecret(
                prefix(kind) + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty if the text cannot be a secret. */
    static Optional<KeySecret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new KeySecret(text)) : Optional.empty();
    }

    /** What is stored of it. */
    byte[] hash() {
        return Sha256.over(text.getBytes(StandardCharsets.US_ASCII)).bytes();
    }

    /** Without the secret, so that none reaches a log. */
    @Override
    public String toString() {
        return "KeySecret[hidden]";
    }

    private static String prefix(KeyKind kind) {
        return switch (kind) {
            case PERSONAL -> "fxt_p_";
            case MACHINE -> "fxt_m_";
            case PIPELINE -> "fxt_b_";
        };
    }
}
