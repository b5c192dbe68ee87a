package dev.logmill.curation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"1E99999999999", "-1e-99999999999", "1E2147483648", "0e99999999999"})
    void aNumberBeyondEveryPowerOfTenIsNoJson(String number) {
        String text = "{\"a\":" + number + "}";
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> Json.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonProcessingException.class);
        assertThat(Json.container(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a\\ud83d, a\uFFFD",
        "\\uDE00b, \uFFFDb",
        "\\ud83d\\ude00, \uD83D\uDE00",
        "\\ude00\\ud83d, \uFFFD\uFFFD",
        "\\ud7ff, \uD7FF"
    })
    void halfACharacterReadsAsTheReplacementCharacter(String written, String read) throws IOException {
        String json = "{\"a\":[\"%s\"]}".formatted(written);
        for (JsonNode node : List.of(Json.parse(json), Json.parse(json.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(node.path("a").path(0).textValue()).isEqualTo(read);
        }
    }

    @Test
    void aGreatNumberIsKeptAsItWasWritten() throws JsonProcessingException {
        assertThat(Json.canonical(Json.parse("{\"a\":123456789012345678901234567890,\"b\":1E+400}")))
                .isEqualTo("{\"a\":123456789012345678901234567890,\"b\":1E+400}");
    }
}
