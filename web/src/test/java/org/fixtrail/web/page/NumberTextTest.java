package org.fixtrail.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0|0",
                "999999|999,999|999,999",
                "1000000|1,000,000|1 million",
                "1880000000|1,880,000,000|1.88 billion",
                "1895000000|1,895,000,000|1.9 billion",
                "-2500000|-2,500,000|-2.5 million"
            })
    void large_numbers_have_a_short_form_beside_the_exact_one(long number, String exact, String rough) {
        assertThat(NumberText.exact(number)).isEqualTo(exact);
        assertThat(NumberText.rough(number)).isEqualTo(rough);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.0001, under 1 %", "0.005, 1 %", "0.5, 50 %", "0.994, 99 %", "0.999, over 99 %", "1, 100 %"
    })
    void a_little_is_not_nothing_and_almost_all_is_not_all(double share, String text) {
        assertThat(NumberText.percent(share)).isEqualTo(text);
    }
}
