package org.fixtrail.services.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {
    @Test
    void a_code_is_read_as_people_write_it() {
        RecoveryCode code = RecoveryCode.random();

        assertThat(code.shown()).matches("([0-9a-z]{4}-){5}[0-9a-z]{4}");
        assertThat(RecoveryCode.parse(code.shown())).contains(code);
        assertThat(RecoveryCode.parse(code.shown().toUpperCase(Locale.ROOT).replace('-', ' ')))
                .contains(code);
    }

    @Test
    void what_cannot_be_one_is_not_read() {
        assertThat(RecoveryCode.parse("123456")).isEmpty();
        assertThat(RecoveryCode.parse(RecoveryCode.random().text() + "0")).isEmpty();
        assertThat(RecoveryCode.parse("il".repeat(12))).isEmpty();
    }

    @Test
    void it_does_not_show_itself() {
        assertThat(RecoveryCode.random()).hasToString("RecoveryCode[hidden]");
    }
}
