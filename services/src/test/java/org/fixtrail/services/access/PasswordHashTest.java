package org.fixtrail.services.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    /** Made by Python: hashlib.pbkdf2_hmac('sha512', 'correct horse é', b'0123456789abcdef', 1000). */
    private static final String FROM_ELSEWHERE =
            "pbkdf2-sha512$1000$MDEyMzQ1Njc4OWFiY2RlZg==$lMuq/dD69/JAImt7RaDYGM25rtD5Auvr3mm9jR3Ilk4Zw1CzcJn2+q42ann7KVfa1AKnrfJ5FjPq7lcdxlv8ZQ==";

    @Test
    void the_right_password_matches_and_no_other() {
        String stored = PasswordHash.of("correct horse battery".toCharArray(), 1000);
        assertThat(PasswordHash.matches("correct horse battery".toCharArray(), stored))
                .isTrue();
        assertThat(PasswordHash.matches("correct horse batterx".toCharArray(), stored))
                .isFalse();
        assertThat(PasswordHash.matches("Correct horse battery".toCharArray(), stored))
                .isFalse();
    }

    @Test
    void the_salt_makes_two_hashes_of_one_password_differ() {
        char[] password = "correct horse battery".toCharArray();
        assertThat(PasswordHash.of(password, 1000)).isNotEqualTo(PasswordHash.of(password, 1000));
    }

    @Test
    void a_hash_of_another_implementation_is_understood() {
        assertThat(PasswordHash.matches("correct horse é".toCharArray(), FROM_ELSEWHERE))
                .isTrue();
    }

    @Test
    void today_a_hash_costs_210000_rounds_and_has_a_salt_of_16_bytes() {
        assertThat(PasswordHash.of("correct horse battery".toCharArray()))
                .matches("pbkdf2-sha512\\$210000\\$[A-Za-z0-9+/]{22}==\\$[A-Za-z0-9+/]{86}==");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "secret", "pbkdf2-sha512$0$YQ==$YQ==", "pbkdf2-sha1$1000$YQ==$YQ==", "pbkdf2-sha512$9$$"})
    void what_is_no_hash_is_an_error_and_never_a_match(String stored) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordHash.matches("correct horse battery".toCharArray(), stored));
    }
}
