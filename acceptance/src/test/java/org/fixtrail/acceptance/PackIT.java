package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.ANALYST;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.BOTH;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;
import static org.fixtrail.acceptance.Team.Member.REVIEWER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Role;
import org.fixtrail.reports.archive.EmbeddedFiles;
import org.fixtrail.reports.seal.PackCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An evidence pack as an auditor gets it, and whether it says what the API says. */
@ExtendWith(TheProduct.class)
class PackIT {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final List<String> PAIRS = List.of(
            "DETECTED-DEPLOYED", "DETECTED-CONTAINED", "DEPLOYED-VERIFIED", "DETECTED-ANALYSED", "ANALYSED-DEPLOYED");

    private static Team team;
    private static String system;
    private static JsonNode issued;
    private static byte[] pdf;
    private static Map<String, byte[]> attached;

    @BeforeAll
    static void a_pack_is_issued(Product product) throws Exception {
        team = new Team(product, OFFICER, AUDITOR, ANALYST, ENGINEER, REVIEWER, BOTH);
        system = team.addSystem("Assistant");
        fixed(20, 10);
        fixed(19, 12);
        retired(15, 13);
        Walk.open(team, system, "=HYPERLINK(\"http://example.org\")", "HIGH")
                .record(ENGINEER, "DETECTED", 5)
                .expect(201);
        team.as(AUDITOR)
                .post("/api/v1/packs", Map.of("systems", List.of(system)))
                .expect(403);
        String job = team.as(OFFICER)
                .post("/api/v1/packs", Map.of("systems", List.of(system)))
                .expect(202)
                .json()
                .path("job")
                .asText();
        String id = Await.until("the pack", LIMIT, () -> done(job));
        issued = team.as(AUDITOR).get("/api/v1/packs/" + id).expect(200).json();
        pdf = team.as(AUDITOR).get("/api/v1/packs/" + id + "/file").expect(200).bytes();
        attached = EmbeddedFiles.of(pdf);
    }

    /** A failure detected and fixed so many days ago. */
    private static void fixed(int detected, int deployed) throws IOException, InterruptedException {
        Walk walk = Walk.open(team, system, "Fixed after " + (detected - deployed) + " days", "CRITICAL");
        walk.record(ENGINEER, "DETECTED", detected).expect(201);
        for (String stage : List.of("ANALYSED", "DECIDED", "CURATED", "RETRAINED")) {
            walk.record(ENGINEER, stage, detected - 1).expect(201);
        }
        walk.record(BOTH, "VALIDATED", deployed + 1).expect(201);
        walk.record(REVIEWER, "REVIEWED", deployed).expect(201);
        walk.record(ENGINEER, "DEPLOYED", deployed).expect(201);
    }

    /** A failure that two people let go with its AI system, without a fix. */
    private static void retired(int detected, int ended) throws IOException, InterruptedException {
        Walk walk = Walk.open(team, system, "Never fixed", "HIGH");
        walk.record(ENGINEER, "DETECTED", detected).expect(201);
        Map<String, Object> why = Map.of("reason", "The assistant leaves service");
        String proposal = walk.record(OFFICER, "RETIRED", ended, why, Map.of())
                .expect(201)
                .json()
                .path("id")
                .asText();
        walk.record(ANALYST, "RETIRED", ended, why, Map.of("confirms", proposal))
                .expect(201);
    }

    private static Optional<String> done(String job) throws IOException, InterruptedException {
        JsonNode state =
                team.as(OFFICER).get("/api/v1/packs/jobs/" + job).expect(200).json();
        assertThat(state.path("state").asText()).as(state.toString()).isNotEqualTo("FAILED");
        return state.path("state").asText().equals("DONE")
                ? Optional.of(state.path("result").path("pack").asText())
                : Optional.empty();
    }

    @Test
    void it_is_the_file_that_was_recorded() throws Exception {
        assertThat(sha256(pdf)).isEqualTo(issued.path("sha256").asText());
        assertThat(pdf.length).isEqualTo(issued.path("size").asInt());
        assertThat(issued.path("failures").asInt()).isEqualTo(4);
    }

    @Test
    void it_is_sealed_by_the_installations_certificate_and_its_manifest_fits() throws Exception {
        byte[] pem =
                team.as(AUDITOR).get("/api/v1/packs/certificate").expect(200).bytes();
        String fingerprint = sha256(CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem))
                .getEncoded());

        assertThat(new PackCheck().check(pdf, fingerprint).findings()).isEmpty();
        assertThat(json("manifest.json").path("sealCertificateSha256").asText()).isEqualTo(fingerprint);
    }

    @Test
    void it_prints_what_each_role_may_do() throws Exception {
        String text;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }

        for (Role role : Role.values()) {
            String rights = role.permissions().stream().map(Permission::meaning).collect(Collectors.joining(", "));
            assertThat(text).contains(role.label(), rights);
        }
    }

    @Test
    void a_changed_byte_breaks_it() {
        byte[] changed = pdf.clone();
        changed[changed.length / 2] ^= 1;

        assertThat(new PackCheck().check(changed).passed()).isFalse();
    }

    @Test
    void pdfsig_calls_its_signature_valid() throws Exception {
        assertThat(Judges.pdfsig(pdf)).contains("Signature is Valid", "Total document signed");
    }

    @Test
    void verapdf_calls_it_fit_for_an_archive() throws Exception {
        assertThat(Judges.veraPdf(pdf)).isEmpty();
    }

    @Test
    void its_lag_figures_are_those_of_the_api() throws Exception {
        JsonNode rows = json("pack.json").path("lag").path("rows");

        assertThat(compared(rows, "OVERALL", null)).isEqualTo(PAIRS.size());
        assertThat(compared(rows, "SEVERITY", "CRITICAL")).isEqualTo(PAIRS.size());
        assertThat(compared(rows, "SEVERITY", "HIGH")).isEqualTo(PAIRS.size());
    }

    /** Four failures: one ended unfixed after 2 days, one is open for 5, two were fixed after 7 and 10. */
    @Test
    void what_ended_without_a_fix_stands_beside_kaplan_meier() {
        assertThat(text("incidence.csv"))
                .contains(
                        "OVERALL,All,DETECTED,DEPLOYED,864000,REACHED,2,0.75,0.0,1.0",
                        "OVERALL,All,DETECTED,DEPLOYED,864000,RETIRED,1,0.25,0.0,1.0");
    }

    @Test
    void a_cell_that_a_spreadsheet_would_run_is_quoted() {
        assertThat(text("failures.csv")).contains("'=HYPERLINK").doesNotContain(",=HYPERLINK", "\"=HYPERLINK");
        assertThat(text("pack.json")).contains("\"=HYPERLINK");
    }

    /** Compares the rows of a group, in both files, with the API's answer for the same question, and counts them. */
    private static int compared(JsonNode rows, String group, @org.jspecify.annotations.Nullable String severity)
            throws Exception {
        JsonNode scope = json("pack.json").path("scope");
        String query = "/api/v1/lag?system=" + system + "&asOf="
                + scope.path("asOf").asText() + "&knownAt="
                + issued.path("ledgerSize").asText() + "&pair="
                + String.join("&pair=", PAIRS) + (severity == null ? "" : "&severity=" + severity);
        JsonNode figures = team.as(AUDITOR).get(query).expect(200).json().path("figures");
        int count = 0;
        for (JsonNode row : rows) {
            boolean asked = row.path("group").asText().equals(group)
                    && (severity == null
                            || row.path("label")
                                    .asText()
                                    .toUpperCase(Locale.ROOT)
                                    .equals(severity));
            if (asked) {
                String pair = row.path("from").asText() + "-" + row.path("to").asText();
                JsonNode figure = Answer.list(figures).stream()
                        .filter(one -> one.path("pair").asText().equals(pair))
                        .findFirst()
                        .orElseThrow();
                assertThat(ofPack(row)).as(pair).isEqualTo(ofApi(figure));
                assertThat(text("lag.csv").lines()).as(pair).contains(line(row, figure));
                count++;
            }
        }
        return count;
    }

    private static List<String> ofPack(JsonNode row) {
        return List.of(
                row.path("population").asText(),
                row.path("censored").asText(),
                row.path("zeros").asText(),
                quantile(row.path("p50"), "value"),
                quantile(row.path("p75"), "value"),
                quantile(row.path("p90"), "value"),
                value(row.path("naiveMean")),
                incidence(row.path("incidence")));
    }

    private static List<String> ofApi(JsonNode figure) {
        return List.of(
                figure.path("population").asText(),
                figure.path("censored").asText(),
                figure.path("zero").asText(),
                quantile(figure.path("p50"), "estimate"),
                quantile(figure.path("p75"), "estimate"),
                quantile(figure.path("p90"), "estimate"),
                value(figure.path("naiveMean")),
                incidence(figure.path("incidence")));
    }

    private static String incidence(JsonNode incidence) {
        return incidence.isNull() || incidence.isMissingNode() ? "none" : incidence.toString();
    }

    /** How lag.csv has to have a row, with the figures of the API. */
    private static String line(JsonNode row, JsonNode figure) {
        Stream<String> question = Stream.of("group", "label", "from", "to")
                .map(column -> row.path(column).asText());
        Stream<String> counts = Stream.of("population", "censored")
                .map(column -> figure.path(column).asText());
        Stream<String> quantiles = Stream.of("p50", "p75", "p90")
                .flatMap(quantile -> Stream.of("estimate", "lower", "upper")
                        .map(part -> figure.path(quantile).path(part).asText()));
        Stream<String> rest = Stream.of(
                figure.path("naiveMean").asText(),
                figure.path("zero").asText(),
                figure.path("noData").asText());
        return Stream.of(question, counts, quantiles, rest)
                .flatMap(cells -> cells)
                .collect(Collectors.joining(","));
    }

    private static String quantile(JsonNode quantile, String estimate) {
        return value(quantile.path(estimate)) + " (" + value(quantile.path("lower")) + " to "
                + value(quantile.path("upper")) + ")";
    }

    /** The pack writes null for what the API leaves out. */
    private static String value(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "none" : value.asText();
    }

    private static JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(text(name));
    }

    private static String text(String name) {
        return new String(attached.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
