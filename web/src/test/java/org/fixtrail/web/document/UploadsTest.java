package org.fixtrail.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UploadsTest {
    @Test
    void a_name_in_utf_8_that_was_read_as_latin_1_is_itself_again_and_others_stay() {
        String read = new String("Bericht f\u00FCr.pdf".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(Uploads.utf8(read)).isEqualTo("Bericht f\u00FCr.pdf");
        assertThat(Uploads.utf8("f\u00FCr.pdf")).isEqualTo("f\u00FCr.pdf");
        assertThat(Uploads.utf8("\u6771\u4EAC.pdf")).isEqualTo("\u6771\u4EAC.pdf");
    }
}
