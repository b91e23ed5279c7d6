package org.fixtrail.services.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Small mappings and what reading by them gives. */
final class ImportFixture {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** Columns id, title and at; everything else is constant. */
    static final String CSV_MAPPING = """
            source: test
            format: csv
            key: id
            system: {constant: Assistant}
            fields: {title: title}
            constants: {severity: LOW, category: OTHER, kind: INCIDENT}
            times: {zone: UTC, timeOfDay: "00:00"}
            stages: {DETECTED: at}
            """;

    static final String JSON_MAPPING = CSV_MAPPING.replace("format: csv", "format: jsonl");

    /** What a whole file gave. */
    record Outcome(List<ImportRow> rows, ImportSummary summary) {

        List<ImportedFailure> failures() {
            return rows.stream()
                    .filter(ImportRow.Accepted.class::isInstance)
                    .map(row -> ((ImportRow.Accepted) row).failure())
                    .toList();
        }

        ImportedFailure onlyFailure() {
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0)).isInstanceOf(ImportRow.Accepted.class);
            return failures().get(0);
        }

        List<ImportRow.Rejected> rejected() {
            return rows.stream()
                    .filter(ImportRow.Rejected.class::isInstance)
                    .map(ImportRow.Rejected.class::cast)
                    .toList();
        }

        ImportRow.Rejected onlyRejected() {
            assertThat(rejected()).hasSize(1);
            return rejected().get(0);
        }

        ImportRow.Stopped stopped() {
            assertThat(summary.complete()).isFalse();
            return (ImportRow.Stopped) rows.get(rows.size() - 1);
        }
    }

    private ImportFixture() {}

    static ImportMapping mapping(String yaml) {
        MappingResult result = ImportMapping.parse(yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(result).isInstanceOf(MappingResult.Parsed.class);
        return ((MappingResult.Parsed) result).mapping();
    }

    static List<String> problems(String yaml) {
        MappingResult result = ImportMapping.parse(yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(result).isInstanceOf(MappingResult.Refused.class);
        return ((MappingResult.Refused) result).problems();
    }

    static Outcome csv(String file) throws IOException {
        return read(mapping(CSV_MAPPING), file.getBytes(StandardCharsets.UTF_8));
    }

    static Outcome jsonLines(String file) throws IOException {
        return read(mapping(JSON_MAPPING), file.getBytes(StandardCharsets.UTF_8));
    }

    static Outcome read(ImportMapping mapping, byte[] file) throws IOException {
        return read(mapping, new ByteArrayInputStream(file), ImportLimits.DEFAULT);
    }

    static Outcome read(ImportMapping mapping, InputStream file, ImportLimits limits) throws IOException {
        try (ImportRows rows = new ImportReader(mapping, limits, NOW).open(file)) {
            List<ImportRow> taken = new ArrayList<>();
            rows.forEachRemaining(taken::add);
            return new Outcome(taken, rows.summary());
        }
    }
}
