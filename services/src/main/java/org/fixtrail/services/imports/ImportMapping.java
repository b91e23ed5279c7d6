package org.fixtrail.services.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fixtrail.domain.failure.Stage;

/**
 * How the rows of a file become failures; written by a user in YAML, described in {@code docs/guide/imports.md}.
 *
 * @param source where the rows come from; with a row's key it says whether the row was imported before
 * @param csvDelimiter what separates cells; only for CSV
 * @param csvQuote what encloses cells; only for CSV
 * @param stages for each stage the places of its time, the first one with a value counts
 * @param extra for each stage named texts that are kept with it
 * @param cut the texts that are cut and not refused when too long: names of fields, and {@code extra}
 * @param absent values, in lower case, that mean that there is none
 */
public record ImportMapping(
        String source,
        ImportFormat format,
        char csvDelimiter,
        char csvQuote,
        KeyRule key,
        SystemRule system,
        Map<Field, ValueRule> fields,
        TimeRule times,
        Map<Stage, List<Place>> stages,
        List<OrderCheck> checks,
        Map<Stage, Map<String, List<Place>>> extra,
        Set<String> cut,
        Set<String> absent) {

    /** The largest mapping, in bytes. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final List<String> ENDINGS = List.of("yaml", "yml");

    /** What is wrong with the name of a file that shall be a mapping; empty if nothing is. */
    public static Optional<String> nameProblem(String fileName) {
        return FileName.fits(fileName, ENDINGS) ? Optional.empty() : Optional.of(FileName.problem(ENDINGS));
    }

    /** Reads a mapping from YAML in UTF-8; whatever is wrong with it is in the answer. */
    public static MappingResult parse(byte[] yaml) {
        return new MappingReader().read(yaml);
    }

    /** Reads a mapping; takes no more than {@link #MAX_BYTES} and one byte from the stream. */
    public static MappingResult parse(InputStream yaml) throws IOException {
        return parse(yaml.readNBytes(MAX_BYTES + 1));
    }

    /** Every place that the mapping names, in its order, without repetition. */
    List<Place> places() {
        List<Place> places = new ArrayList<>(key.places());
        places.addAll(system.name().from());
        fields.values().forEach(rule -> places.addAll(rule.from()));
        stages.values().forEach(places::addAll);
        checks.forEach(check -> places.addAll(check.column()));
        extra.values().stream().map(Map::values).flatMap(Collection::stream).forEach(places::addAll);
        return places.stream().distinct().toList();
    }
}
