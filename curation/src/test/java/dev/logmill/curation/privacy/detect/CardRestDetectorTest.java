package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardRestDetectorTest {
    private final Found found = new Found(new CardRestDetector());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1111, 09/27, 737",
                "4111111111111111 09/27 737",
                "4111-1111-1111-1111;09/27|737",
                "4111111111111111\n09/27\n737"
            })
    void findsTheDateAndTheCodeBehindACard(String text) {
        assertThat(found.in(text)).containsExactly("09/27", "737");
    }

    @Test
    void aCardMayHaveNoCode() {
        assertThat(found.in("4111111111111111 09/2027 thanks")).containsExactly("09/2027");
        assertThat(found.in("4111111111111111 09/27 12345 rows")).containsExactly("09/27");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1112, 09/27, 737",
                "4111 1111 1111 1111, 13/27, 737",
                "4111 1111 1111 1111, 09/27/2024",
                "4111 1111 1111 1111 was charged on 09/27, 737 EUR",
                "09/27, 737"
            })
    void leavesOtherNumbers(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
