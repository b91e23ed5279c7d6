package org.fixtrail.services.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final String EMAIL = "ana.garcia@example.org";

    @ParameterizedTest
    @CsvSource({
        "short words, 12 to 128",
        "ana.garcia@example.org, e-mail",
        "ANA.Garcia@Example.org1, e-mail",
        "password1234, too easy",
        "Password!2026, too easy",
        "QWERTYUIOPASDF, too easy",
        "2026fixtrail2026, too easy",
        "ana.garcia.2026, too easy",
        "iloveyou20261121, too easy",
        "aaaaaaaaaaaaaaa, too easy",
        "ababababababab, too easy"
    })
    void these_are_refused(String password, String why) {
        assertThat(PasswordRules.problem(password.toCharArray(), EMAIL))
                .hasValueSatisfying(problem -> assertThat(problem).contains(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garden kettle seven", "mi perro come nubes", "xk4tq-9mznp-w7gya-u2hbc", "пароль из слов"})
    void these_may_be_used(String password) {
        assertThat(PasswordRules.problem(password.toCharArray(), EMAIL)).isEmpty();
    }

    @Test
    void the_length_is_12_to_128_characters_and_not_units_of_utf16() {
        assertThat(PasswordRules.hasLength("é".repeat(11).toCharArray())).isFalse();
        assertThat(PasswordRules.hasLength("é".repeat(12).toCharArray())).isTrue();
        assertThat(PasswordRules.hasLength("😀".repeat(11).toCharArray())).isFalse();
        assertThat(PasswordRules.hasLength("😀".repeat(128).toCharArray())).isTrue();
        assertThat(PasswordRules.hasLength("a".repeat(129).toCharArray())).isFalse();
    }

    @Test
    void a_one_time_password_is_one_that_may_be_used() {
        for (int i = 0; i < 200; i++) {
            String password = OneTimePassword.random();
            assertThat(password).matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
            assertThat(PasswordRules.problem(password.toCharArray(), EMAIL)).isEmpty();
        }
        assertThat(OneTimePassword.random()).isNotEqualTo(OneTimePassword.random());
    }
}
