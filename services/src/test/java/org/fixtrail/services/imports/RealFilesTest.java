package org.fixtrail.services.imports;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.imports.ImportFixture.Outcome;
import org.junit.jupiter.api.Test;

class RealFilesTest {

    private static Outcome incidents() throws IOException {
        return read("llm-incidents.yaml", RepositoryFiles.sharedData("llm-incidents/incident_stages.csv"));
    }

    private static Outcome avid() throws IOException {
        return read("avid.yaml", RepositoryFiles.sharedData("avid/reports.ndjson"));
    }

    private static Outcome read(String mapping, Path file) throws IOException {
        long start = System.nanoTime();
        try (InputStream in = Files.newInputStream(file)) {
            Outcome outcome = ImportFixture.read(RepositoryFiles.example(mapping), in, ImportLimits.DEFAULT);
            System.out.printf(
                    "%s: %d rows in %d ms%n",
                    file.getFileName(), outcome.rows().size(), (System.nanoTime() - start) / 1_000_000);
            return outcome;
        }
    }

    @Test
    void all_542_incidents_are_accepted_in_three_ai_systems() throws IOException {
        Outcome outcome = incidents();

        assertThat(outcome.summary()).isEqualTo(new ImportSummary(542, 542, 0, 0, 5, true, List.of()));
        assertThat(outcome.failures().stream().collect(groupingBy(ImportedFailure::system, counting())))
                .containsOnly(entry("OpenAI", 365L), entry("Anthropic", 141L), entry("Character.AI", 36L));
        assertThat(outcome.failures().stream().collect(groupingBy(ImportedFailure::severity, counting())))
                .containsOnly(
                        entry(Severity.LOW, 100L),
                        entry(Severity.MEDIUM, 193L),
                        entry(Severity.HIGH, 179L),
                        entry(Severity.CRITICAL, 70L));
        assertThat(outcome.failures()).allMatch(failure -> failure.category() == MistakeCategory.UNAVAILABILITY);
    }

    @Test
    void the_five_contradictory_incidents_are_named_with_their_times() throws IOException {
        Map<String, List<String>> named = incidents().failures().stream()
                .filter(failure -> !failure.contradictions().isEmpty())
                .collect(toMap(
                        ImportedFailure::key,
                        failure -> failure.contradictions().stream()
                                .map(Contradiction::words)
                                .toList()));

        assertThat(named)
                .containsOnly(
                        entry(
                                "xzsbnxzpw1j2",
                                List.of("DEPLOYED (monitoring_timestamp) at 2023-11-28T13:00:00Z lies"
                                        + " 27 min before ANALYSED (identified_timestamp) at 2023-11-28T13:27:00Z")),
                        entry(
                                "462433f2fk2j",
                                List.of("DEPLOYED (monitoring_timestamp) at 2023-11-08T04:47:00Z lies"
                                        + " 15 min before ANALYSED (identified_timestamp) at 2023-11-08T05:02:00Z")),
                        entry(
                                "2gqshgzt6gpb",
                                List.of(
                                        "DEPLOYED (monitoring_timestamp) at 2024-07-31T16:12:00Z lies"
                                                + " 1 h 45 min before ANALYSED (identified_timestamp) at 2024-07-31T17:57:00Z")),
                        entry(
                                "h3vtgftrvl61",
                                List.of("ANALYSED (identified_timestamp) at 2023-12-18T22:46:00Z lies"
                                        + " 13 min before check (investigating_timestamp) at 2023-12-18T22:59:00Z")),
                        entry(
                                "1jr5v353kpcc",
                                List.of("ANALYSED (identified_timestamp) at 2024-02-09T23:50:00Z lies"
                                        + " 49 min before check (investigating_timestamp) at 2024-02-10T00:39:00Z")));
    }

    @Test
    void incidents_without_monitoring_count_as_deployed_when_resolved() throws IOException {
        List<ImportedFailure> failures = incidents().failures();

        assertThat(failures)
                .allMatch(failure -> failure.times().containsKey(Stage.DETECTED)
                        && failure.times().containsKey(Stage.DEPLOYED)
                        && failure.times().containsKey(Stage.VERIFIED));
        assertThat(failures.stream().filter(f -> f.times().containsKey(Stage.ANALYSED)))
                .hasSize(205);
        assertThat(failures.stream()
                        .filter(f -> !f.system().equals("Character.AI"))
                        .filter(f -> adaptationLag(f).isZero()))
                .hasSize(85);
    }

    /** No incident is open, so Kaplan-Meier's quantile is the value of rank ceil(p * n). */
    @Test
    void the_adaptation_lags_are_those_that_the_data_is_known_for() throws IOException {
        List<ImportedFailure> failures = incidents().failures();

        assertThat(lagMinutes(failures, "OpenAI", 0.5)).isEqualTo(36);
        assertThat(lagMinutes(failures, "OpenAI", 0.9)).isEqualTo(208);
        assertThat(lagMinutes(failures, "Anthropic", 0.5)).isEqualTo(18);
        assertThat(lagMinutes(failures, "Anthropic", 0.9)).isEqualTo(175);
    }

    private static long lagMinutes(List<ImportedFailure> failures, String system, double p) {
        List<Duration> lags = failures.stream()
                .filter(failure -> failure.system().equals(system))
                .map(RealFilesTest::adaptationLag)
                .sorted()
                .toList();
        return lags.get((int) Math.ceil(p * lags.size()) - 1).toMinutes();
    }

    private static Duration adaptationLag(ImportedFailure failure) {
        Instant deployed = failure.times().getOrDefault(Stage.DEPLOYED, Instant.MAX);
        return Duration.between(failure.times().getOrDefault(Stage.DETECTED, Instant.MIN), deployed);
    }

    @Test
    void all_avid_reports_are_in_but_the_one_whose_id_belongs_to_another() throws IOException {
        Outcome outcome = avid();

        assertThat(outcome.summary()).isEqualTo(new ImportSummary(1754, 1753, 1, 0, 0, true, List.of()));
        assertThat(outcome.onlyRejected())
                .isEqualTo(new ImportRow.Rejected(
                        1752,
                        "AVID-2023-R0001",
                        List.of("the key \"AVID-2023-R0001\" belongs to a different row on line 6")));
    }

    @Test
    void avid_reports_without_id_have_a_key_that_a_second_reading_gives_again() throws IOException {
        List<String> keys = hashedKeys();

        assertThat(keys).hasSize(6).doesNotHaveDuplicates().isEqualTo(hashedKeys());
    }

    private static List<String> hashedKeys() throws IOException {
        return avid().failures().stream()
                .map(ImportedFailure::key)
                .filter(key -> key.startsWith("sha256-"))
                .toList();
    }

    @Test
    void avid_reports_fall_into_systems_severities_and_days() throws IOException {
        List<ImportedFailure> failures = avid().failures();

        assertThat(failures.stream().map(ImportedFailure::system).distinct()).hasSizeBetween(150, 200);
        assertThat(failures.stream()
                        .map(f -> f.system().toLowerCase(java.util.Locale.ROOT))
                        .distinct())
                .hasSameSizeAs(failures.stream()
                        .map(ImportedFailure::system)
                        .distinct()
                        .toList());
        assertThat(failures.stream().collect(groupingBy(ImportedFailure::severity, counting())))
                .containsEntry(Severity.CRITICAL, 111L)
                .containsEntry(Severity.LOW, 114L);
        assertThat(failures).allMatch(failure -> failure.dateOnly().contains(Stage.DETECTED));
        assertThat(failures).noneMatch(failure -> failure.title().contains("\n"));
    }
}
