package org.fixtrail.services.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fixtrail.domain.ledger.Sha256;

/** Stands in once for a lost authenticator: six groups of four letters and digits, 120 bits. */
record RecoveryCode(String text) {
    /** Crockford's alphabet: no letter looks like a digit. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LETTERS = 24;
    private static final int GROUP = 4;
    private static final Pattern FORM = Pattern.compile("[0-9a-hjkmnp-tv-z]{" + LETTERS + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static RecoveryCode random() {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new RecoveryCode(letters.toString());
    }

    /** As people write it: with or without hyphens, spaces and capitals. */
    static Optional<RecoveryCode> parse(String text) {
        String letters = text.replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
        return FORM.matcher(letters).matches() ? Optional.of(new RecoveryCode(letters)) : Optional.empty();
    }

    /** What is stored of it; 120 random bits need no slow hash. */
    Sha256 hash() {
        return Sha256.over(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** With a hyphen between the groups. */
    String shown() {
        return text.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** Without the secret, so that none reaches a log. */
    @Override
    public String toString() {
        return "RecoveryCode[hidden]";
    }
}
