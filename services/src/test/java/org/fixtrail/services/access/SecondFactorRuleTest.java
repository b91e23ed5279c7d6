package org.fixtrail.services.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondFactorRuleTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Test
    void holds_as_it_is_set() {
        SecondFactorRule optional = new SecondFactorRule("optional", Optional.empty());
        optional.start();
        assertThat(optional.isRequired()).isFalse();
        SecondFactorRule required = new SecondFactorRule("required", Optional.of(KEY));
        required.start();
        assertThat(required.isRequired()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Required, " + KEY + ", FIXTRAIL_SECOND_FACTOR must be optional or required",
        "optional, tooshort, FIXTRAIL_SECRET_KEY must have at least 32",
        "required, , set also FIXTRAIL_SECRET_KEY"
    })
    void a_slip_of_the_pen_stops_the_start(String rule, String key, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecondFactorRule(rule, Optional.ofNullable(key)).start())
                .withMessageContaining(said);
    }
}
