package org.fixtrail.domain.failure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fixtrail.domain.json.CanonicalJson;
import org.fixtrail.domain.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded with a transition, checked against {@link StageFields}. Values are strings, longs, lists of strings and
 * lists of maps, so that they have a canonical form; decimals are strings.
 */
public final class StageDetails {
    public static final StageDetails NONE = new StageDetails(Map.of());

    private final Map<String, Object> values;

    StageDetails(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Reads what {@link #toString} wrote. */
    public static StageDetails parse(String canonicalJson) {
        Map<String, Object> values = new TreeMap<>();
        JsonText.readObject(canonicalJson).forEach((name, value) -> {
            if (value != null) {
                values.put(name, value);
            }
        });
        return new StageDetails(values);
    }

    public Map<String, Object> values() {
        return values;
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }

    public Optional<Long> integer(String name) {
        return Optional.ofNullable((Long) values.get(name));
    }

    public Optional<BigDecimal> decimal(String name) {
        return text(name).map(BigDecimal::new);
    }

    public Optional<LocalDate> date(String name) {
        return text(name).map(LocalDate::parse);
    }

    public Optional<UUID> id(String name) {
        return text(name).map(UUID::fromString);
    }

    /** The merged failure from which the time comes, where it is not the failure's own. */
    public Optional<UUID> mergedFrom() {
        return id(StageFields.MERGED_FROM.name());
    }

    public Optional<Remedy> remedy() {
        return text("remedy").map(Remedy::valueOf);
    }

    @SuppressWarnings("unchecked")
    public List<String> names(String name) {
        return (List<String>) values.getOrDefault(name, List.of());
    }

    public List<Threshold> thresholds() {
        return maps("thresholds").stream()
                .map(map -> new Threshold(
                        member(map, "metric"),
                        Threshold.Comparison.valueOf(member(map, "comparison")),
                        new BigDecimal(member(map, "value"))))
                .toList();
    }

    public List<ValidationResult> results() {
        return maps("results").stream()
                .map(map -> new ValidationResult(
                        member(map, "metric"),
                        new BigDecimal(member(map, "affected")),
                        new BigDecimal(member(map, "fixed"))))
                .toList();
    }

    /** A copy with one value more, for what the server computes. */
    public StageDetails with(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(values);
        more.put(name, value);
        return new StageDetails(more);
    }

    StageDetails withMergedFrom(UUID failureId) {
        return with(StageFields.MERGED_FROM.name(), failureId.toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StageDetails that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Canonical JSON; the pair of {@link #parse}. */
    @Override
    public String toString() {
        return CanonicalJson.write(values);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> maps(String name) {
        return (List<Map<String, Object>>) values.getOrDefault(name, List.of());
    }

    private static String member(Map<String, Object> map, String name) {
        Object value = map.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.toString();
    }
}
