package dev.logmill.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    @Test
    void theNewlineOfAMountedSecretIsNoPartOfTheKey() {
        assertThat(ApiKey.in(" sk-abc\r\n").map(ApiKey::secret)).contains("sk-abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "sk abc", "sk-\nabc", "sk-äbc", "sk-\u0000", "sk-\u007f"})
    void whatCannotStandInAHeaderIsNoKey(String value) {
        assertThat(ApiKey.in(value)).isEmpty();
        assertThatThrownBy(() -> new ApiKey(value)).hasMessage("An API key must be visible ASCII");
    }

    @Test
    void showsItselfInNoMessage() {
        assertThat(ApiKey.in("sk-abc").toString()).doesNotContain("sk-abc");
    }
}
