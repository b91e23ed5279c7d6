package org.fixtrail.services.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTest {
    /** The secret of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, of whose eight digits the last six are ours. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_rfc(long second, String code) {
        assertThat(OneTimeCode.at(SECRET, second / 30)).isEqualTo(code);
        assertThat(OneTimeCode.step(SECRET, code, Instant.ofEpochSecond(second)))
                .hasValue(second / 30);
    }

    @Test
    void a_code_is_taken_one_step_early_or_late_and_not_two() {
        String code = OneTimeCode.at(SECRET, 1000);

        assertThat(OneTimeCode.step(SECRET, code, Instant.ofEpochSecond(999 * 30)))
                .hasValue(1000);
        assertThat(OneTimeCode.step(SECRET, code, Instant.ofEpochSecond(1001 * 30 + 29)))
                .hasValue(1000);
        assertThat(OneTimeCode.step(SECRET, code, Instant.ofEpochSecond(998 * 30 + 29)))
                .isEmpty();
        assertThat(OneTimeCode.step(SECRET, code, Instant.ofEpochSecond(1002 * 30)))
                .isEmpty();
    }

    @Test
    void what_is_no_code_is_not_taken() {
        assertThat(OneTimeCode.step(SECRET, "", Instant.ofEpochSecond(59))).isEmpty();
        assertThat(OneTimeCode.step(SECRET, "28708", Instant.ofEpochSecond(59))).isEmpty();
        assertThat(OneTimeCode.step(SECRET, "2870820", Instant.ofEpochSecond(59)))
                .isEmpty();
    }
}
