package org.fixtrail.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.fixtrail.domain.failure.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "WORST", "high", "a\0b"})
    void what_an_address_cannot_mean_chooses_nothing(String text) {
        assertThat(Choice.of(Severity.class, text)).isNull();
        assertThat(Choice.id(text)).isNull();
        assertThat(Choice.ticked(text)).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "a\0b"})
    void what_cannot_be_looked_for_is_not(String text) {
        assertThat(Choice.text(text)).isNull();
    }
}
