package org.fixtrail.services.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one value comes about.
 *
 * @param from places, the first one with a value counts; none for a constant
 * @param values what a value becomes; keys in lower case. Empty: the value stays as it is
 * @param otherwise what a value that is not among {@code values} becomes; null: see {@link #translate}
 * @param absent what is taken where no place has a value; null: nothing
 */
record ValueRule(
        List<Place> from,
        Map<String, String> values,
        @Nullable String otherwise,
        @Nullable String absent) {

    ValueRule {
        from = List.copyOf(from);
        values = Map.copyOf(values);
    }

    static ValueRule constant(String text) {
        return new ValueRule(List.of(), Map.of(), null, text);
    }

    /** The value's translation, or the value itself where the rule has none. */
    String translate(String value) {
        String translated = values.get(value.toLowerCase(Locale.ROOT));
        return translated == null ? value : translated;
    }

    boolean translates(String value) {
        return values.containsKey(value.toLowerCase(Locale.ROOT));
    }
}
