package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastDigitsDetectorTest {
    private final Found found = new Found(new LastDigitsDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paid with visa ending in 4417 yesterday | 4417",
                "The card ending 2019 was declined | 2019",
                "Mastercard ****4417 | 4417",
                "Amex xxxx-xxxx-xxxx-1005 | 1005",
                "**** **** **** 4417 | 4417",
                "last 4 digits of the card: 4417 | 4417",
                "Karte endet auf 4417 | 4417"
            })
    void finds(String text, String digits) {
        assertThat(found.in(text)).containsExactly(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Visa application ending in 2024",
                "the fiscal year ending 2024, see the account",
                "regex ending in 1234",
                "the last four 2019 reports",
                "********** 1234 **********",
                "the card costs ***12.5000",
                "0xxx1234"
            })
    void leavesOtherDigits(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
