package org.fixtrail.services.pack;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.json.CanonicalJson;
import org.fixtrail.domain.json.JsonText;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/**
 * What an evidence pack shall cover.
 *
 * @param systems the AI systems; empty for all
 * @param from failures detected at or after this moment, or null
 * @param to failures detected before this moment, or null
 * @param asOf what happened later does not count; null for the moment of the request
 */
public record PackRequest(
        List<UUID> systems,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant asOf) {
    public PackRequest {
        systems = List.copyOf(systems);
    }

    /** Canonical JSON; the pair of {@link #parse}. */
    String text() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("systems", systems.stream().map(UUID::toString).toList());
        members.put("from", Moments.textOrNull(from));
        members.put("to", Moments.textOrNull(to));
        members.put("asOf", Moments.textOrNull(asOf));
        return CanonicalJson.write(members);
    }

    static PackRequest parse(String text) {
        Map<String, @Nullable Object> members = JsonText.readObject(text);
        List<?> systems = members.get("systems") instanceof List<?> list ? list : List.of();
        return new PackRequest(
                systems.stream().map(id -> UUID.fromString(String.valueOf(id))).toList(),
                moment(members.get("from")),
                moment(members.get("to")),
                moment(members.get("asOf")));
    }

    private static @Nullable Instant moment(@Nullable Object text) {
        return text == null ? null : Instant.parse(text.toString());
    }
}
