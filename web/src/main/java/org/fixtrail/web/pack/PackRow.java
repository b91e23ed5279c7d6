package org.fixtrail.web.pack;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fixtrail.domain.json.JsonText;
import org.fixtrail.domain.pack.EvidencePack;
import org.fixtrail.web.page.WallTime;
import org.jspecify.annotations.Nullable;

/**
 * An issued pack as the list shows it.
 *
 * @param systems names of the AI systems that it covers
 * @param period when its failures were detected, in words
 */
public record PackRow(EvidencePack pack, String systems, String period, String asOf) {

    static PackRow of(EvidencePack pack, Map<String, String> systemNames, WallTime wall) {
        Map<String, @Nullable Object> scope = JsonText.readObject(pack.scope());
        List<?> ids = scope.get("systems") instanceof List<?> list ? list : List.of();
        String systems = ids.isEmpty()
                ? "All"
                : ids.stream()
                        .map(id -> systemNames.getOrDefault(String.valueOf(id), String.valueOf(id)))
                        .collect(Collectors.joining(", "));
        return new PackRow(pack, systems, period(scope, wall), text(scope.get("asOf"), wall, "issue"));
    }

    private static String period(Map<String, @Nullable Object> scope, WallTime wall) {
        return scope.get("from") == null && scope.get("to") == null
                ? "All time"
                : text(scope.get("from"), wall, "the first") + " to " + text(scope.get("to"), wall, "the last");
    }

    private static String text(@Nullable Object moment, WallTime wall, String otherwise) {
        return moment == null ? otherwise : wall.text(Instant.parse(moment.toString()));
    }
}
