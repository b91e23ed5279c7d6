package org.fixtrail.services.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a password must be: long rather than colourful, and none that everybody tries first. */
final class PasswordRules {
    static final int LEAST = 12;
    static final int MOST = 128;

    /** The commonest beginnings of long passwords; digits and signs added at an end do not help them. */
    private static final Set<String> COMMON = Set.of(
            "password",
            "passwordpassword",
            "passw0rd",
            "motdepasse",
            "kennwort",
            "passwort",
            "qwertyuiop",
            "qwertyuiopasdf",
            "qwertyuiopasdfghjkl",
            "qwerty",
            "qwertz",
            "azerty",
            "azertyuiop",
            "asdfghjkl",
            "1q2w3e4r5t6y",
            "q1w2e3r4t5y6",
            "abcdefghijkl",
            "abcdefghijklmnopqrstuvwxyz",
            "iloveyou",
            "letmein",
            "letmeinletmein",
            "welcome",
            "administrator",
            "admin",
            "adminadmin",
            "changeme",
            "changemechangeme",
            "default",
            "secret",
            "fixtrail",
            "football",
            "baseball",
            "superman",
            "trustno",
            "monkey",
            "dragon",
            "sunshine",
            "princess");

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
        if (lower.codePoints().distinct().count() < 5) {
            return Optional.of("repeats too few different characters");
        }
        String core = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        if (core.isEmpty() || COMMON.contains(core) || COMMON.contains(lower)) {
            return Optional.of("is one of those that are tried first; a few unrelated words make a good one");
        }
        return Optional.empty();
    }
}
