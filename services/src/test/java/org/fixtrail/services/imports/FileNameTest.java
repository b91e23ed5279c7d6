package org.fixtrail.services.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    private static final List<String> CSV = ImportFormat.CSV.endings();

    @ParameterizedTest
    @ValueSource(strings = {"rows.csv", "Rows.CSV", "2026.03.txt", "data", "C:\\old.files\\data", "a/b/rows.tsv"})
    void a_name_of_the_format_or_without_an_ending_passes(String name) {
        assertThat(FileName.fits(name, CSV)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows.exe", "rows.csv.zip", "rows.xlsx", "rows.csv.", ".htaccess", "rows.csv\u0000.exe"})
    void any_other_ending_does_not(String name) {
        assertThat(FileName.fits(name, CSV)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/rows.csv, rows.csv",
        "C:\\Users\\somebody\\rows.csv, rows.csv",
        "'two\r\nlines\t.csv', two lines .csv",
        "rows\u202Evsc.exe, rows vsc.exe"
    })
    void what_is_shown_has_no_folders_and_nothing_that_is_not_seen(String name, String shown) {
        assertThat(FileName.shown(name)).isEqualTo(shown);
    }

    @Test
    void what_is_shown_is_short() {
        assertThat(FileName.shown("n".repeat(1_000))).hasSize(200).endsWith("…");
    }

    @Test
    void the_problem_names_the_endings() {
        assertThat(FileName.problem(CSV)).isEqualTo("must be a file whose name ends in .csv, .tsv, .txt");
    }
}
