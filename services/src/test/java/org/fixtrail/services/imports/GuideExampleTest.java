package org.fixtrail.services.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.imports.ImportFixture.Outcome;
import org.junit.jupiter.api.Test;

/** The example of the user guide does what the guide says. */
class GuideExampleTest {

    private static String block(String guide, String language) {
        String fence = "```" + language + "\n";
        int start = guide.indexOf(fence) + fence.length();
        return guide.substring(start, guide.indexOf("```", start));
    }

    @Test
    void three_rows_of_which_one_is_open_and_one_is_marked() throws IOException {
        String guide = RepositoryFiles.text("docs/guide/imports.md");

        Outcome outcome = ImportFixture.read(
                ImportFixture.mapping(block(guide, "yaml")), block(guide, "csv").getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.summary().accepted()).isEqualTo(3);
        assertThat(outcome.failures()).allMatch(failure -> failure.system().equals("Customer assistant"));
        assertThat(outcome.failures().get(0))
                .returns(Severity.CRITICAL, ImportedFailure::severity)
                .returns(Instant.parse("2026-03-02T08:10:00Z"), f -> f.times().get(Stage.DETECTED));
        assertThat(outcome.failures().get(1).times()).containsOnlyKeys(Stage.DETECTED);
        assertThat(outcome.failures().get(2).contradictions())
                .extracting(Contradiction::words)
                .containsExactly("DEPLOYED (fixed) at 2026-03-07T17:00:00Z lies 16 h before ANALYSED (cause found) at"
                        + " 2026-03-08T09:00:00Z");
    }
}
