package org.fixtrail.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DurationTextTest {
    @Test
    void no_duration_is_a_dash() {
        assertThat(DurationText.of(null)).isEqualTo("–");
    }
}
