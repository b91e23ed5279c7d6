package org.fixtrail.services.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One line of a JSON Lines file. */
record JsonRow(long line, JsonNode root, String text) implements RawRow {

    @Override
    public List<String> values(Place place, Consumer<String> problems) {
        JsonPath path = place.path().orElseThrow();
        List<String> values = new ArrayList<>();
        for (JsonNode node : path.select(root)) {
            if (node.isContainerNode()) {
                if (!node.isEmpty()) {
                    problems.accept(place.name() + " leads to " + (node.isArray() ? "a list" : "an object")
                            + "; the path must go on to one value");
                }
            } else if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
                problems.accept(place.name() + " holds a number that is too large");
            } else if (!node.asText().isBlank()) {
                values.add(node.asText().strip());
            }
        }
        return values;
    }

    @Override
    public String fingerprint() {
        return Fingerprint.of(List.of(text));
    }
}
