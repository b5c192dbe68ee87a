package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardDetectorTest {
    private final Found found = new Found(new CardDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "4111 1111 1111 1111 12/27 | 4111 1111 1111 1111",
                "4111 1111 1111 1111 1227 | 4111 1111 1111 1111",
                "pay 20 4111-1111-1111-1111 | 4111-1111-1111-1111",
                "4111.1111.1111.1111 | 4111.1111.1111.1111",
                "card4111111111111111 | 4111111111111111",
                "card_4111111111111111_exp | 4111111111111111",
                "3782 822463 10005 and 7 | 3782 822463 10005",
                "3056 930902 5904 | 3056 930902 5904",
                "41111111 11111111 | 41111111 11111111",
                "4111\u00a01111\u00a01111\u00a01111 | 4111\u00a01111\u00a01111\u00a01111",
                "visa 4222222222222 | 4222222222222",
                "1 5555555555554444 | 5555555555554444",
                "2223003122003222 | 2223003122003222",
                "6011111111111117, | 6011111111111117"
            })
    void finds(String text, String identifier) {
        assertThat(found.in(text)).containsExactly(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1112",
                "4111111111111112 12/27",
                "0000000000000000",
                "9999 9999 9999 9995",
                "411111111111",
                "41111111111111111111",
                "0.4111111111111111",
                "4111111111111111.5",
                "a4111111111111111b",
                "a8Kz4111111111111111",
                "4111  1111  1111  1111",
                "1700000000000",
                "2026-11-01 10:20:30.123456"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void twoCardsSideBySideAreTwo() {
        assertThat(found.in("4111 1111 1111 1111 5555 5555 5555 4444"))
                .containsExactly("4111 1111 1111 1111", "5555 5555 5555 4444");
    }

    @Test
    void spellingsOfOneCardAreOneValue() {
        assertThat(found.value("4111-1111-1111-1111")).isEqualTo(found.value("card4111111111111111"));
    }
}
