package org.fixtrail.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.fixtrail.launcher.postgres.PsqlScript.Step;
import org.junit.jupiter.api.Test;

class PsqlScriptTest {
    @Test
    void statements_results_to_run_and_changes_of_database_come_in_order() {
        String script = """
                -- a comment; with a semicolon
                \\set ON_ERROR_STOP on
                SELECT 'CREATE DATABASE d'
                WHERE true
                \\gexec
                \\connect d
                ALTER ROLE r PASSWORD :'password';
                """;

        assertThat(PsqlScript.parse(script, Map.of("password", "it's")))
                .containsExactly(
                        new Step.RunResult("SELECT 'CREATE DATABASE d'\nWHERE true"),
                        new Step.Connect("d"),
                        new Step.Run("ALTER ROLE r PASSWORD 'it''s';"));
    }

    @Test
    void what_is_not_understood_is_refused_rather_than_skipped() {
        assertThatThrownBy(() -> PsqlScript.parse("\\include other.sql\n", Map.of()))
                .hasMessage("not understood: \\include other.sql");
        assertThatThrownBy(() -> PsqlScript.parse("SELECT :'gone';\n", Map.of()))
                .hasMessage("no value for :'gone'");
        assertThatThrownBy(() -> PsqlScript.parse("SELECT 1\n", Map.of())).hasMessage("the last statement has no end");
    }
}
