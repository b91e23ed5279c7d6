package org.fixtrail.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guide's tables of stages and remedies are those in code. */
class LifecycleGuideTest {
    @Test
    void the_guide_shows_what_each_stage_records() throws IOException {
        String table = "| # | stage | needed | may be added |\n|---|---|---|---|\n"
                + Arrays.stream(Stage.values()).map(LifecycleGuideTest::row).collect(Collectors.joining());

        assertThat(Files.readString(guide()))
                .as("docs/guide/lifecycle.md must hold this table:\n" + table)
                .contains(table);
    }

    @Test
    void the_guide_shows_which_stages_a_remedy_leaves_out() throws IOException {
        String table = "| remedy | may leave out |\n|---|---|\n"
                + Arrays.stream(Remedy.values())
                        .map(remedy -> "| " + remedy.label() + " (`" + remedy + "`) | "
                                + remedy.skips().stream().map(Stage::label).collect(Collectors.joining(", ")) + " |\n")
                        .collect(Collectors.joining());

        assertThat(Files.readString(guide()))
                .as("docs/guide/lifecycle.md must hold this table:\n" + table)
                .contains(table);
    }

    private static String row(Stage stage) {
        return "| " + (stage.onLine() ? stage.number() : "") + " | " + stage.label() + " (`" + stage + "`) | "
                + names(stage, true) + " | " + names(stage, false) + " |\n";
    }

    private static String names(Stage stage, boolean required) {
        List<StageField> fields = StageFields.of(stage);
        return fields.stream()
                .filter(field -> field.required() == required)
                .map(field -> field.label() + " (`" + field.name() + "`)")
                .collect(Collectors.joining(", "));
    }

    private static Path guide() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("docs/guide/lifecycle.md"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs/guide/lifecycle.md");
    }
}
