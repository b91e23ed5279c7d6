package org.fixtrail.services.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fixtrail.domain.ledger.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A secret that a browser keeps or a mail carries: 32 random bytes in base64url. With 256 random bits a plain SHA-256 is
 * enough to store.
 */
public record RandomToken(String text) {
    private static final int RANDOM_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public static RandomToken next() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new RandomToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty if the text cannot be one. */
    public static Optional<RandomToken> parse(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(given -> FORM.matcher(given).matches())
                .map(RandomToken::new);
    }

    /** What is stored of it. */
    public Sha256 hash() {
        return Sha256.over(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Without the secret, so that none reaches a log. */
    @Override
    public String toString() {
        return "RandomToken[hidden]";
    }
}
