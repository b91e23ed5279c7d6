package org.fixtrail.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide's table of rights is the one in code. */
class RolesGuideTest {
    @Test
    void the_guide_shows_the_table_of_rights_as_it_is() throws IOException {
        assertThat(Files.readString(guide()))
                .as("docs/guide/roles.md must hold this table:\n" + table())
                .contains(table());
    }

    private static String table() {
        String head = "| right | "
                + Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(" | ")) + " |\n";
        String line = "|---|" + ":-:|".repeat(Role.values().length) + "\n";
        return head
                + line
                + Arrays.stream(Permission.values())
                        .filter(right -> Arrays.stream(Role.values())
                                .anyMatch(role -> role.permissions().contains(right)))
                        .map(RolesGuideTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(Permission right) {
        return Stream.concat(
                        Stream.of(right.meaning() + " (`" + right + "`)"),
                        Arrays.stream(Role.values())
                                .map(role -> role.permissions().contains(right) ? "yes" : ""))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static Path guide() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("docs/guide/roles.md"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs/guide/roles.md");
    }
}
