package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardExpiryDetectorTest {
    private final Found found = new Found(new CardExpiryDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Visa, exp. 04/27 | 04/27",
                "4111 1111 1111 1111 exp 04/27 | 04/27",
                "my mastercard, valid thru 08/26 | 08/26",
                "card expires 08/2026 | 08/2026",
                "expiry date on the card: 08/26 | 08/26"
            })
    void finds(String text, String date) {
        assertThat(found.in(text)).containsExactly(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp 04/27 in the calendar",
                "card game at 04/27",
                "The offer expires 04/27",
                "card exp 14/27",
                "card exp 04/27/2026",
                "card exp 04 27"
            })
    void leavesOtherDates(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
