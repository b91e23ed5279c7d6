package org.fixtrail.web.page;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.fixtrail.services.system.FindSystems;

/**
 * One thing to choose.
 *
 * @param value what the form sends
 * @param label what people read
 */
public record Option(String value, String label) implements Serializable {

    public static <E extends Enum<E>> List<Option> of(E[] values, Function<E, String> label) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), label.apply(value)))
                .toList();
    }

    public static List<Option> of(List<FindSystems.SystemName> systems) {
        return systems.stream()
                .map(system -> new Option(system.id().toString(), system.name()))
                .toList();
    }

    /** Names of constants for people: {@code USER_REPORT} becomes "User report". */
    public static String words(String constant) {
        String words = constant.replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
