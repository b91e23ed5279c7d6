package org.fixtrail.reports.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"})
    void text_that_a_spreadsheet_would_run_gets_a_quote(String text) {
        assertThat(CsvCell.defused(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "1-2", "'=1", " =1", "<b>", "Ελληνικά"})
    void other_text_stays(String text) {
        assertThat(CsvCell.defused(text)).isEqualTo(text);
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(CsvCell.defused(null)).isNull();
    }
}
