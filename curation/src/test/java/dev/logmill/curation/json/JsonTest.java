package dev.logmill.curation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void aGreatNumberIsKeptAsItWasWritten() throws JsonProcessingException {
        assertThat(Json.canonical(Json.parse("{\"a\":123456789012345678901234567890,\"b\":1E+400}")))
                .isEqualTo("{\"a\":123456789012345678901234567890,\"b\":1E+400}");
    }
}
