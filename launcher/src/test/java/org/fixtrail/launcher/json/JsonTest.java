package org.fixtrail.launcher.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void members_are_written_quoted_and_in_the_order_of_their_map() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", "A \"B\" \\ C\n");
        members.put("days", 7);
        members.put("list", List.of("x", true, Map.of("n", 1.5)));

        assertThat(Json.write(members))
                .isEqualTo("{\"name\":\"A \\\"B\\\" \\\\ C\\u000a\",\"days\":7,\"list\":[\"x\",true,{\"n\":1.5}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "", "quote \" and \\ backslash", "line\nbreak\ttab", "Zoë $1 \\u0041", "🙂", "  "})
    void a_text_that_was_written_is_read_back(String text) {
        assertThat(Json.read(Json.write(Map.of("text", List.of(text))))).isEqualTo(Map.of("text", List.of(text)));
    }

    @Test
    void all_kinds_of_values_are_read() {
        Object read =
                Json.read(" {\"a\" : [1, -2.50, 1e3, true, false, {}, []], \"b\" : \"\\u00e9\\/\\b\\f\\n\\r\\t\"} ");

        assertThat(read)
                .isEqualTo(Map.of(
                        "a",
                        List.of(
                                new BigDecimal("1"),
                                new BigDecimal("-2.50"),
                                new BigDecimal("1e3"),
                                true,
                                false,
                                Map.of(),
                                List.of()),
                        "b",
                        "é/\b\f\n\r\t"));
    }

    @Test
    void null_is_read_as_null() {
        assertThat(Json.read("null")).isNull();
        assertThat(Json.write(null)).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\"}",
                "{\"a\":1,}",
                "{a:1}",
                "01",
                "1.",
                "+1",
                "nul",
                "\"open",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\uzzzz\"",
                "\"\n\"",
                "1 2",
                "[1 2]",
                "<html>"
            })
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read(text));
    }

    @Test
    void deep_nesting_is_refused_rather_than_followed() {
        assertThat(Json.read("[".repeat(99) + "]".repeat(99))).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read("[".repeat(200_000)));
    }
}
