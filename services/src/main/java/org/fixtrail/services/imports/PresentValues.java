package org.fixtrail.services.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The values of one row that are there: not empty, and none of the words by which the mapping says "none". */
final class PresentValues {
    private final RawRow row;
    private final Set<String> absent;
    private final PlaceUse use;
    private final Consumer<String> problems;

    /**
     * @param use is told which places had a value
     * @param problems is told in words where a place holds no single value
     */
    PresentValues(RawRow row, Set<String> absent, PlaceUse use, Consumer<String> problems) {
        this.row = row;
        this.absent = absent;
        this.use = use;
        this.problems = problems;
    }

    private List<String> at(Place place) {
        List<String> present = row.values(place, problems).stream()
                .filter(value -> !absent.contains(value.toLowerCase(Locale.ROOT)))
                .toList();
        use.note(place, !present.isEmpty());
        return present;
    }

    /** All values, place by place. */
    List<String> all(List<Place> places) {
        return places.stream().flatMap(place -> at(place).stream()).toList();
    }

    /** The first value of the first place that has one. */
    @Nullable
    String first(List<Place> places) {
        for (Place place : places) {
            List<String> present = at(place);
            if (!present.isEmpty()) {
                return present.get(0);
            }
        }
        return null;
    }

    /** The first values of all places as one key, or null if one of them has none. */
    @Nullable
    String joined(List<Place> places) {
        List<String> parts = new ArrayList<>();
        for (Place place : places) {
            String part = first(List.of(place));
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return KeyRule.join(parts);
    }

    /** A key from the first values of all places, or null if none of them has one. */
    @Nullable
    String hashed(List<Place> places) {
        List<String> parts = new ArrayList<>();
        for (Place place : places) {
            String part = first(List.of(place));
            parts.add(part == null ? "" : part);
        }
        return parts.stream().allMatch(String::isEmpty) ? null : KeyRule.hash(parts);
    }
}
