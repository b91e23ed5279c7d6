package org.fixtrail.services.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Remembers which places of a mapping were looked at and never had a value: perhaps they are misspelt. */
final class PlaceUse {
    private final Set<Place> looked = new HashSet<>();
    private final Set<Place> found = new HashSet<>();

    void note(Place place, boolean hadValue) {
        looked.add(place);
        if (hadValue) {
            found.add(place);
        }
    }

    /** In the order of {@code places}; a fallback that was never needed is not among them. */
    List<String> neverFound(List<Place> places) {
        return places.stream()
                .filter(place -> looked.contains(place) && !found.contains(place))
                .map(Place::name)
                .toList();
    }
}
