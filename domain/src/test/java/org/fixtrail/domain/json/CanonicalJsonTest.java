package org.fixtrail.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    @Test
    void members_are_sorted_by_utf_16_code_units_as_in_rfc_8785_3_2_3() {
        Map<String, Object> members = new HashMap<>();
        members.put("\u20ac", "Euro Sign");
        members.put("\r", "Carriage Return");
        members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        members.put("1", "One");
        members.put("\ud83d\ude00", "Emoji: Grinning Face");
        members.put("\u0080", "Control");
        members.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(JsonText.readObject(CanonicalJson.write(members)).values())
                .containsExactly(
                        "Carriage Return",
                        "One",
                        "Control",
                        "Latin Small Letter O With Diaeresis",
                        "Euro Sign",
                        "Emoji: Grinning Face",
                        "Hebrew Letter Dalet With Dagesh");
    }

    @Test
    void strings_have_the_shortest_escapes() {
        assertThat(CanonicalJson.write("\u20ac$\u000f\nA'B\"\\\\\"/\u007f\b\f\t"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f\\b\\f\\t\"");
    }

    @Test
    void there_is_no_white_space() {
        Map<String, Object> value = new HashMap<>();
        value.put("b", Arrays.asList(1L, null, true));
        value.put("a", Map.of());
        value.put("c", List.of());
        assertThat(CanonicalJson.write(value)).isEqualTo("{\"a\":{},\"b\":[1,null,true],\"c\":[]}");
    }

    @Test
    void bytes_are_utf_8() {
        assertThat(CanonicalJson.bytes("ö")).isEqualTo("\"ö\"".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_has_no_canonical_form_is_refused() {
        assertThatThrownBy(() -> CanonicalJson.write(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(1L << 53)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write("a\ud800")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write("\udc00a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reading_is_the_pair_of_writing() {
        Map<String, Object> value = new HashMap<>();
        value.put("text", "line\n\u0001 \"quoted\" \ud83d\ude00");
        value.put("number", -42L);
        value.put("list", List.of("a", Map.of("deep", false)));
        String written = CanonicalJson.write(value);
        assertThat(CanonicalJson.write(JsonText.read(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1,\"a\":2}", "[1,]", "{} x", "1.5", "nul", "\"\\x\"", "[1 ,2]"})
    void what_canonical_json_never_writes_is_refused(String text) {
        assertThatThrownBy(() -> JsonText.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void depth_is_bounded() {
        assertThatThrownBy(() -> JsonText.read("[".repeat(10_000))).isInstanceOf(IllegalArgumentException.class);
    }
}
