package org.fixtrail.services.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.fixtrail.services.imports.ImportFixture.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.fixtrail.domain.failure.LearningMode;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.imports.ImportFixture.Outcome;
import org.junit.jupiter.api.Test;

class RowValuesTest {
    private static final String MAPPING = """
            source: test
            format: csv
            key: {from: id, hashOf: [title, at]}
            system: {from: system, values: {bot: Assistant}, default: Unnamed}
            fields:
              title: title
              severity: {from: severity, values: {p1: critical, "2": HIGH}, default: LOW}
              learningMode: {from: mode, otherwise: NONE}
            constants: {category: OTHER, kind: HAZARD}
            times: {zone: Europe/Paris, timeOfDay: "12:00"}
            stages: {DETECTED: at, ANALYSED: analysed, DEPLOYED: [live, fixed], CONTAINED: contained}
            checks: [{column: seen, notBefore: DETECTED, notAfter: DEPLOYED}]
            extra: {DEPLOYED: {Note: note}}
            """;
    private static final String HEADER = "id,title,system,severity,mode,at,analysed,live,fixed,contained,seen,note\n";

    private static Outcome read(String... rows) throws IOException {
        String file = HEADER + String.join("\n", rows) + "\n";
        return ImportFixture.read(mapping(MAPPING), file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void values_are_translated_whatever_their_case() throws IOException {
        assertThat(read("a,T,BOT,P1,Action,2026-01-01,,,,,,").onlyFailure())
                .returns("Assistant", ImportedFailure::system)
                .returns(Severity.CRITICAL, ImportedFailure::severity)
                .returns(LearningMode.ACTION, ImportedFailure::learningMode);
    }

    @Test
    void absent_and_unknown_values_are_two_things() throws IOException {
        assertThat(read("a,T,,,,2026-01-01,,,,,,").onlyFailure())
                .returns("Unnamed", ImportedFailure::system)
                .returns(Severity.LOW, ImportedFailure::severity)
                .returns(null, ImportedFailure::learningMode);
        assertThat(read("a,T,Other,2,foo,2026-01-01,,,,,,").onlyFailure())
                .returns("Other", ImportedFailure::system)
                .returns(Severity.HIGH, ImportedFailure::severity)
                .returns(LearningMode.NONE, ImportedFailure::learningMode);
        assertThat(read("a,T,bot,p9,,2026-01-01,,,,,,").onlyRejected().reasons())
                .containsExactly("severity \"p9\" is not in the mapping's values");
        assertThat(read("a,T,bot,HIGH,,2026-01-01,,,,,,").onlyRejected().key()).isEqualTo("a");
    }

    @Test
    void a_missing_key_becomes_a_hash_of_the_named_values_alone() throws IOException {
        Outcome outcome = read(",T,bot,,,2026-01-01,,,,,,", ",T,bot,p1,,2026-01-01,,,,,,", ",U,bot,,,2026-01-01,,,,,,");

        assertThat(outcome.failures()).hasSize(2);
        assertThat(outcome.failures().get(0).key()).isEqualTo("sha256-4ea230c74d5b6c30d3e93343a1556dd4");
        assertThat(outcome.onlyRejected().line()).isEqualTo(3);
    }

    @Test
    void a_row_with_nothing_to_make_a_key_of_is_rejected() throws IOException {
        assertThat(read(",,bot,,,,,,,,,").onlyRejected().reasons())
                .containsExactly(
                        "the key is missing", "the title is missing", "there is no time of EMERGED or DETECTED");
    }

    @Test
    void the_first_column_with_a_value_gives_the_time() throws IOException {
        assertThat(read("a,T,,,,2026-01-01T10:00,,2026-01-02T10:00Z,2026-01-03T10:00Z,,,")
                        .onlyFailure()
                        .times())
                .containsExactly(
                        entry(Stage.DETECTED, Instant.parse("2026-01-01T09:00:00Z")),
                        entry(Stage.DEPLOYED, Instant.parse("2026-01-02T10:00:00Z")));
        assertThat(read("a,T,,,,2026-01-01T10:00,,,2026-01-03T10:00Z,,,")
                        .onlyFailure()
                        .times())
                .containsEntry(Stage.DEPLOYED, Instant.parse("2026-01-03T10:00:00Z"));
    }

    @Test
    void every_pair_out_of_order_is_named_and_the_row_is_kept() throws IOException {
        ImportedFailure failure =
                read("a,T,,,,2026-01-03T00:00Z,2026-01-04T00:00Z,2026-01-01T00:00Z,,2026-01-02T00:00Z,2026-01-05T00:00Z,x")
                        .onlyFailure();

        assertThat(failure.contradictions())
                .extracting(Contradiction::first, Contradiction::second)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("DETECTED (at)", "DEPLOYED (live)"),
                        org.assertj.core.groups.Tuple.tuple("ANALYSED (analysed)", "DEPLOYED (live)"),
                        org.assertj.core.groups.Tuple.tuple("DETECTED (at)", "CONTAINED (contained)"),
                        org.assertj.core.groups.Tuple.tuple("check (seen)", "DEPLOYED (live)"));
        assertThat(failure.contradictions().get(0).words())
                .isEqualTo("DEPLOYED (live) at 2026-01-01T00:00:00Z lies 2 d before DETECTED (at) at"
                        + " 2026-01-03T00:00:00Z");
    }

    @Test
    void a_day_alone_contradicts_only_another_day() throws IOException {
        assertThat(read("a,T,,,,2026-01-02,,2026-01-02T08:00,,,,").onlyFailure())
                .satisfies(failure -> {
                    assertThat(failure.dateOnly()).containsExactly(Stage.DETECTED);
                    assertThat(failure.contradictions()).isEmpty();
                });
        assertThat(read("a,T,,,,2026-01-02,,2026-01-01T23:59,,,,").onlyFailure().contradictions())
                .hasSize(1);
    }

    @Test
    void equal_times_are_in_order() throws IOException {
        assertThat(read("a,T,,,,2026-01-02T08:00Z,,2026-01-02T09:00+01:00,,,2026-01-02T08:00Z,")
                        .onlyFailure()
                        .contradictions())
                .isEmpty();
    }

    @Test
    void a_future_time_rejects_the_row_also_where_it_is_only_checked() throws IOException {
        assertThat(read("a,T,,,,2026-11-20T12:00:01Z,,,,,,").onlyRejected().reasons())
                .containsExactly("DETECTED (at): the time \"2026-11-20T12:00:01Z\" lies in the future (it is now"
                        + " 2026-11-20T12:00:00Z)");
        assertThat(read("a,T,,,,2026-11-20T12:00:00Z,,,,,2027-01-01,")
                        .onlyRejected()
                        .reasons())
                .singleElement()
                .asString()
                .contains("check (seen)", "future");
        assertThat(read("a,T,,,,2026-11-20T12:00:00Z,,,,,,").failures()).hasSize(1);
    }

    @Test
    void a_text_of_a_stage_without_a_time_is_kept() throws IOException {
        assertThat(read("a,T,,,,2026-01-01,,,,,,soon").onlyFailure().details())
                .containsOnly(entry(Stage.DEPLOYED, Map.of("Note", "soon")));
    }
}
