package org.fixtrail.reports.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.fixtrail.reports.archive.EmbeddedFiles;
import org.fixtrail.reports.pack.PackFixture;
import org.fixtrail.reports.pack.SealedPackFixture;
import org.fixtrail.reports.seal.SealKeys;
import org.fixtrail.services.pack.LagRow;
import org.fixtrail.services.pack.PackContent;
import org.fixtrail.services.pack.PackFailure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsTest {
    private static final PackContent CONTENT = PackFixture.aSmallPack();

    @TempDir
    static Path directory;

    private static SealKeys keys;
    private static Map<String, byte[]> files;

    @BeforeAll
    static void takes_the_files_out_of_a_sealed_pack() throws IOException {
        keys = SealedPackFixture.keysIn(directory);
        files = EmbeddedFiles.of(SealedPackFixture.sealed(keys, CONTENT));
    }

    @Test
    void the_manifest_names_every_file_with_its_size_and_hash() throws IOException {
        JsonNode manifest = new ObjectMapper().readTree(files.get("manifest.json"));

        assertThat(manifest.path("packId").asText()).isEqualTo(CONTENT.packId());
        assertThat(manifest.path("ledger").path("rootHash").asText())
                .isEqualTo(CONTENT.ledger().rootHash());
        assertThat(manifest.path("sealCertificateSha256").asText()).isEqualTo(keys.sha256());
        assertThat(manifest.path("files")).hasSize(7);
        for (JsonNode file : manifest.path("files")) {
            byte[] bytes = file(file.path("name").asText());
            assertThat(file.path("size").asLong()).isEqualTo(bytes.length);
            assertThat(file.path("sha256").asText()).isEqualTo(Attachment.sha256(bytes));
        }
        assertThat(files)
                .containsOnlyKeys(
                        "failures.csv",
                        "transitions.csv",
                        "lag.csv",
                        "incidence.csv",
                        "clocks.csv",
                        "rights.csv",
                        "pack.json",
                        "manifest.json");
    }

    @Test
    void the_json_reads_back_as_the_same_content() throws IOException {
        SimpleModule times = new SimpleModule()
                .addDeserializer(Instant.class, new By<>(Instant.class, Instant::parse))
                .addDeserializer(ZoneId.class, new By<>(ZoneId.class, ZoneId::of))
                .addDeserializer(
                        Duration.class,
                        new By<>(
                                Duration.class,
                                text -> Duration.ofNanos(
                                        new BigDecimal(text).movePointRight(9).longValueExact())));
        ObjectMapper mapper = new ObjectMapper().registerModule(times);

        assertThat(mapper.readValue(files.get("pack.json"), PackContent.class)).isEqualTo(CONTENT);
    }

    @Test
    void the_lag_file_has_the_figures_of_the_content_in_seconds() throws IOException {
        List<CSVRecord> rows = rows("lag.csv");

        assertThat(rows).hasSameSizeAs(CONTENT.lag().rows());
        for (int i = 0; i < rows.size(); i++) {
            LagRow given = CONTENT.lag().rows().get(i);
            CSVRecord row = rows.get(i);
            assertThat(row.get("label")).isEqualTo(given.label());
            assertThat(row.get("population")).isEqualTo(String.valueOf(given.population()));
            assertThat(row.get("p50_seconds")).isEqualTo(seconds(given.p50().value()));
            assertThat(row.get("p90_lower_seconds"))
                    .isEqualTo(seconds(given.p90().lower()));
            assertThat(row.get("p90_upper_seconds"))
                    .isEqualTo(seconds(given.p90().upper()));
            assertThat(row.get("naive_mean_seconds")).isEqualTo(seconds(given.naiveMean()));
            assertThat(row.get("no_data")).isEqualTo(String.valueOf(given.noData()));
        }
    }

    @Test
    void the_incidence_file_has_a_line_for_each_way_to_end() throws IOException {
        List<CSVRecord> rows = rows("incidence.csv");

        assertThat(rows)
                .extracting(row -> row.get("outcome"), row -> row.get("count"), row -> row.get("share"))
                .containsExactly(tuple("REACHED", "60", "0.75"), tuple("RISK_ACCEPTED", "5", "0.0625"));
        assertThat(rows.get(0).get("at_seconds")).isEqualTo("4060800");
        assertThat(rows.get(0).get("still_open")).isEqualTo("0.1875");
        assertThat(rows.get(0).get("kaplan_meier_reached")).isEqualTo("0.8");
    }

    @Test
    void the_registers_have_every_failure_and_every_transition() throws IOException {
        assertThat(rows("failures.csv"))
                .extracting(row -> row.get("id"))
                .isEqualTo(CONTENT.failures().stream().map(PackFailure::id).toList());
        assertThat(rows("transitions.csv"))
                .hasSize(CONTENT.failures().stream()
                        .mapToInt(failure -> failure.trail().size())
                        .sum());
        assertThat(rows("clocks.csv")).hasSameSizeAs(CONTENT.missedClocks());
        assertThat(rows("rights.csv")).hasSameSizeAs(CONTENT.access().rights());
    }

    @Test
    void formula_cells_are_defused_in_csv_and_unchanged_in_json() throws IOException {
        String formula = "=HYPERLINK(\"http://example.invalid\";\"click\")";
        List<Attachment> written = Attachments.of(PackFixture.aPackThatSays(formula), "00");

        assertThat(text(written.get(0).bytes())).contains("\"'=HYPERLINK(\"\"http");
        assertThat(new ObjectMapper()
                        .readTree(written.get(6).bytes())
                        .path("failures")
                        .path(0)
                        .path("title")
                        .asText())
                .isEqualTo(formula);
    }

    private static List<CSVRecord> rows(String name) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text(file(name))))
                .getRecords();
    }

    private static byte[] file(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new AssertionError("no file " + name);
        }
        return bytes;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String seconds(@Nullable Duration duration) {
        return duration == null ? "" : String.valueOf(duration.toSeconds());
    }

    private static final class By<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> reader;

        By(Class<T> type, Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return reader.apply(parser.getValueAsString());
        }
    }
}
