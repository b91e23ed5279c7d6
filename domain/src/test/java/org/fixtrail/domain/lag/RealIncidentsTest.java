package org.fixtrail.domain.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.failure.Stage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published incidents of three providers; expected values were computed apart from this code with exact fractions. */
class RealIncidentsTest {
    private static final String FILE = "shared/data/llm-incidents/incident_stages.csv";
    private static final Instant AS_OF = Instant.parse("2024-09-01T00:00:00Z");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssXXX");
    private static List<Map<String, String>> rows = List.of();

    @BeforeAll
    static void read() throws IOException {
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), dir -> dir != null, Path::getParent)
                .map(dir -> dir.resolve(FILE))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(file.isPresent(), "skipped: no " + FILE + " in any folder above the project");
        rows = rows(parse(Files.readString(file.orElseThrow())));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "openai, 365, 48, 36 32-43, 82 69-98, 208 161-261, PT1H40M29.424657534S",
        "anthropic, 141, 37, 18 14-24, 63 47-91, 175 103-379, PT2H51M21.276595744S",
        "character, 36, 1, 49 19-74, 175 60-192, 243 181-, PT3H7M41.666666666S"
    })
    void adaptation_lags_in_minutes(
            String provider, int population, int zero, String p50, String p75, String p90, Duration mean) {
        LagFigure figure = figure(provider, StagePair.ADAPTATION, AS_OF);
        assertThat(figure.counts().population()).isEqualTo(population);
        assertThat(figure.counts().closed()).isEqualTo(population);
        assertThat(figure.counts().zero()).isEqualTo(zero);
        assertThat(figure.quantiles()).extracting(RealIncidentsTest::minutes).containsExactly(p50, p75, p90);
        assertThat(figure.naiveMean()).contains(mean);
    }

    private static String minutes(Quantile quantile) {
        return minutes(quantile.estimate()) + " " + minutes(quantile.lower()) + "-" + minutes(quantile.upper());
    }

    private static String minutes(Optional<Duration> duration) {
        return duration.map(Duration::toMinutes).map(String::valueOf).orElse("");
    }

    @Test
    void zero_lags_of_the_two_large_providers_are_kept_and_counted() {
        assertThat(figure("openai", StagePair.ADAPTATION, AS_OF).counts().zero()
                        + figure("anthropic", StagePair.ADAPTATION, AS_OF)
                                .counts()
                                .zero())
                .isEqualTo(85);
    }

    @Test
    void three_rows_leave_the_analysis_before_it_is_reached() {
        assertThat(lines("openai").stream()
                        .map(line -> Dwell.measure(line, AS_OF).contradictory())
                        .filter(stages -> !stages.isEmpty()))
                .containsExactly(Set.of(Stage.ANALYSED), Set.of(Stage.ANALYSED), Set.of(Stage.ANALYSED));
        assertThat(figure("openai", new StagePair(Stage.ANALYSED, Stage.DEPLOYED), AS_OF)
                        .counts()
                        .contradictory())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, 362, 3, DETECTED, 23989, 12632",
        "anthropic, 141, 0, ANALYSED, 6021, 18140",
        "character, 36, 0, ANALYSED, 2957, 3800"
    })
    void the_bottleneck_differs_by_provider(
            String provider, int population, int contradictory, Stage stage, long detected, long analysed) {
        Bottleneck bottleneck = Bottleneck.of(lines(provider), AS_OF, Cycles.FIRST);
        assertThat(bottleneck.population()).isEqualTo(population);
        assertThat(bottleneck.contradictory()).isEqualTo(contradictory);
        assertThat(bottleneck.stage()).contains(stage);
        assertThat(bottleneck.totals())
                .isEqualTo(Map.of(
                        Stage.DETECTED, Duration.ofMinutes(detected), Stage.ANALYSED, Duration.ofMinutes(analysed)));
    }

    @Test
    void an_earlier_as_of_leaves_incidents_open() {
        Instant during = Instant.parse("2024-02-26T17:20:00Z");
        LagFigure figure = figure("anthropic", StagePair.ADAPTATION, during);
        assertThat(figure.counts().open()).isEqualTo(1);
        assertThat(figure.counts().population()).isBetween(1, 140);
    }

    private static LagFigure figure(String provider, StagePair pair, Instant asOf) {
        return LagFigure.of(lines(provider), pair, asOf, Cycles.FIRST, KaplanMeier.Z_95);
    }

    private static List<FailureLine> lines(String provider) {
        return rows.stream()
                .filter(row -> provider.equals(row.get("provider")))
                .map(RealIncidentsTest::line)
                .toList();
    }

    private static FailureLine line(Map<String, String> row) {
        Map<Stage, Instant> reached = new EnumMap<>(Stage.class);
        time(row, "start_timestamp").ifPresent(at -> reached.put(Stage.DETECTED, at));
        time(row, "identified_timestamp").ifPresent(at -> reached.put(Stage.ANALYSED, at));
        time(row, "monitoring_timestamp")
                .or(() -> time(row, "resolved_timestamp"))
                .ifPresent(at -> reached.put(Stage.DEPLOYED, at));
        time(row, "resolved_timestamp").ifPresent(at -> reached.put(Stage.VERIFIED, at));
        UUID id = UUID.nameUUIDFromBytes(row.getOrDefault("incident_id", "").getBytes(StandardCharsets.UTF_8));
        return new FailureLine(id, 1, reached, null, false);
    }

    private static Optional<Instant> time(Map<String, String> row, String column) {
        return Optional.of(row.getOrDefault(column, ""))
                .filter(text -> !text.isEmpty())
                .map(text -> OffsetDateTime.parse(text, TIME).toInstant());
    }

    private static List<Map<String, String>> rows(List<List<String>> table) {
        List<String> header = table.get(0);
        return table.stream()
                .skip(1)
                .map(cells -> {
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < header.size(); i++) {
                        row.put(header.get(i), cells.get(i));
                    }
                    return row;
                })
                .toList();
    }

    /** RFC 4180: quoted fields may hold commas, line breaks and doubled quotes. */
    private static List<List<String>> parse(String text) {
        List<List<String>> table = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    table.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return table;
    }
}
