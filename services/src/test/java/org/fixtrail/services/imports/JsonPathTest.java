package org.fixtrail.services.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.b             | 1",
                "list[0]         | 2",
                "list[*]         | 2,3",
                "rows[*].x[*]    | 4,5,6",
                "rows[*].x[1]    | 5",
                "[\"a.b\"]       | 7",
                "o['k ]'].z      | 8",
                "list[9]         | ``",
                "list.x          | ``",
                "a[0]            | ``",
                "a[*]            | ``",
                "gone.b[0].c     | ``",
                "none.x          | ``"
            })
    void leads_to(String path, String values) throws JsonProcessingException {
        JsonNode root = new ObjectMapper().readTree("""
                {"a":{"b":1},"list":[2,null,3],"rows":[{"x":[4,5]},{},{"x":[6]}],"a.b":7,"o":{"k ]":{"z":8}},"none":null}
                """);

        String found = String.join(
                ",",
                JsonPath.parse(path).select(root).stream().map(JsonNode::asText).toList());

        assertThat(found).isEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".a", "a.", "a..b", "a[", "a[]", "a[-1]", "a[x]", "a[0]b", "a[99999]", "a[\"x]", "[''"})
    void what_is_no_path_is_refused(String text) {
        assertThatThrownBy(() -> JsonPath.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
