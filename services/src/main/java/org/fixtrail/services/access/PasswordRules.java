package org.fixtrail.services.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a password must be: long rather than colourful, and none that everybody tries first. */
final class PasswordRules {
    static final int LEAST = 12;
    static final int MOST = 128;

    /** Of zxcvbn's 0 to 4: "safely unguessable", beyond 10 to the 8th guesses. */
    private static final int LEAST_SCORE = 3;

    /** What comes after tells nothing that the beginning does not, and would cost time. */
    private static final int MEASURED = 64;

    /** Characters beside words that belong to the account or to this program. */
    private static final int LEAST_BESIDES = 10;

    private static final int LEAST_WORD = 4;

    private static final Zxcvbn STRENGTH = new Zxcvbn();

    private PasswordRules() {}

    /** Counted in characters as people see them, roughly: code points. */
    static boolean hasLength(char[] password) {
        int length = Character.codePointCount(password, 0, password.length);
        return length >= LEAST && length <= MOST;
    }

    /** What is wrong with a new password, in words that follow "the password"; empty if it may be used. */
    static Optional<String> problem(char[] password, String email) {
        if (!hasLength(password)) {
            return Optional.of("must have " + LEAST + " to " + MOST + " characters");
        }
        String lower = new String(password).toLowerCase(Locale.ROOT);
        String address = email.toLowerCase(Locale.ROOT);
        if (lower.contains(address) || lower.equals(address.substring(0, Math.max(0, address.indexOf('@'))))) {
            return Optional.of("must not be your e-mail address");
        }
        String measured = new String(password, 0, Math.min(password.length, MEASURED));
        List<String> known = List.of(address, address.split("@", 2)[0], "fixtrail");
        if (besides(lower, known) < LEAST_BESIDES
                || STRENGTH.measure(measured, known).getScore() < LEAST_SCORE) {
            return Optional.of("is too easy to guess: it is common, or made of common words, dates or patterns; a few"
                    + " unrelated words make a good one");
        }
        return Optional.empty();
    }

    private static int besides(String password, List<String> known) {
        String rest = password;
        for (String word : known) {
            rest = word.length() < LEAST_WORD ? rest : rest.replace(word, "");
        }
        return rest.length();
    }
}
