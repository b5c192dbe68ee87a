package dev.logmill.curation.ingest.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonInTextTest {
    private static JsonNode quoted(JsonNode value, int times) {
        JsonNode quoted = value;
        for (int i = 0; i < times; i++) {
            quoted = TextNode.valueOf(quoted.toString());
        }
        return quoted;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void undoesUpToThreeLevels(int levels) throws Exception {
        JsonNode list = Json.parse("[{\"a\":\"42\"}]");
        assertThat(JsonInText.decoded(quoted(list, levels))).isEqualTo(list);
        assertThat(JsonInText.decoded(quoted(list, 4))).isEqualTo(quoted(list, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "true", "null", "\"quoted\"", "\"42\"", "{oops", "[1] and [2]", "", " "})
    void leavesTextThatMerelyLooksLikeJson(String text) {
        assertThat(JsonInText.decoded(TextNode.valueOf(text))).isEqualTo(TextNode.valueOf(text));
    }
}
