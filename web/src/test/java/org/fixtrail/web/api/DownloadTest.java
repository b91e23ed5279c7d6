package org.fixtrail.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadTest {
    @Test
    void a_name_is_told_in_ascii_and_exactly_and_ends_no_quotes() {
        assertThat(Download.disposition("Bericht \"für\" 100%; x.pdf"))
                .isEqualTo("attachment; filename=\"Bericht _f_r_ 100_; x.pdf\";"
                        + " filename*=UTF-8''Bericht%20%22f%C3%BCr%22%20100%25%3B%20x.pdf");
    }
}
