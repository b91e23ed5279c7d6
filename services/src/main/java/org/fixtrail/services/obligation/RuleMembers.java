package org.fixtrail.services.obligation;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.fixtrail.domain.counting.Counting;
import org.fixtrail.domain.obligation.Coded;
import org.fixtrail.services.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads the members of one map by their types. After a problem it gives something harmless, which nobody keeps. */
final class RuleMembers {
    static final int MAX_TITLE = 200;
    static final int MAX_TEXT = 1_000;
    private static final LocalDate NO_DATE = LocalDate.EPOCH;

    private final YamlMap map;

    RuleMembers(YamlMap map) {
        this.map = map;
    }

    /** The text, which must be there. */
    String text(String key, int maxLength) {
        String text = textOrNull(key, maxLength);
        if (text == null) {
            missing(key);
            return "";
        }
        return text;
    }

    /** The text, which must be there and match. */
    String text(String key, String pattern, String words) {
        String text = text(key, MAX_TEXT);
        if (map.has(key) && !text.matches(pattern)) {
            map.problem(key, "must be " + words);
        }
        return text;
    }

    @Nullable
    String textOrNull(String key, int maxLength) {
        String text = map.has(key) ? map.text(key) : null;
        if (text != null && (text.isBlank() || text.length() > maxLength || text.indexOf('\0') >= 0)) {
            map.problem(key, "must be a text of 1 to " + maxLength + " characters");
            return "";
        }
        return text;
    }

    LocalDate date(String key) {
        LocalDate date = dateOrNull(key);
        if (date == null) {
            missing(key);
            return NO_DATE;
        }
        return date;
    }

    @Nullable
    LocalDate dateOrNull(String key) {
        String text = map.has(key) ? map.text(key) : null;
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= Counting.FIRST_YEAR && date.getYear() <= Counting.LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        map.problem(
                key,
                "must be a date like 2026-08-02, in the years " + Counting.FIRST_YEAR + " to " + Counting.LAST_YEAR);
        return NO_DATE;
    }

    /** An address of the web, which must be there. */
    URI address(String key) {
        String text = text(key, MAX_TEXT);
        try {
            URI address = new URI(text);
            if ("https".equals(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        if (map.has(key)) {
            map.problem(key, "must be an address that begins with https://");
        }
        return URI.create("");
    }

    /** True if the member is there with exactly this word, false if it is not there. */
    boolean flag(String key, String word) {
        String text = map.has(key) ? map.text(key) : null;
        if (text != null && !text.equals(word)) {
            map.problem(key, "can only be " + word);
        }
        return text != null;
    }

    /** One of the constants, which must be there. */
    <E extends Enum<E> & Coded> E one(String key, Class<E> type) {
        String code = text(key, MAX_TEXT);
        E first = type.getEnumConstants()[0];
        return Coded.find(type, code).orElseGet(() -> {
            if (map.has(key)) {
                map.problem(key, "must be one of " + codes(type));
            }
            return first;
        });
    }

    /** Some of the constants; none if the member is not there. */
    <E extends Enum<E> & Coded> Set<E> some(String key, Class<E> type) {
        Set<E> some = EnumSet.noneOf(type);
        for (String code : map.texts(key)) {
            Coded.find(type, code).ifPresentOrElse(some::add, () -> map.problem(key, "must be some of " + codes(type)));
        }
        return some;
    }

    private static <E extends Enum<E> & Coded> String codes(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Coded::code).collect(Collectors.joining(", "));
    }

    private void missing(String key) {
        map.problem(key, "is missing");
    }
}
