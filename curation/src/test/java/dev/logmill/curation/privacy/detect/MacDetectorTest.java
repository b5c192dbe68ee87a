package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacDetectorTest {
    private final Found found = new Found(new MacDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "mac 00:1B:44:11:3A:B7. | 00:1B:44:11:3A:B7",
                "00-1b-44-11-3a-b7 | 00-1b-44-11-3a-b7",
                "001b.4411.3ab7 up | 001b.4411.3ab7",
                "\"hw\":\"02:42:ac:11:00:02\" | 02:42:ac:11:00:02"
            })
    void finds(String text, String identifier) {
        assertThat(found.in(text)).containsExactly(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00:00:00:00:00:00",
                "ff:ff:ff:ff:ff:ff",
                "01:00:5e:00:00:fb",
                "00:1B:44:11:3A",
                "00:1B:44:11:3A:B7:C8",
                "00:1B:44:11:3A:GG",
                "12-11-10-09-08-07",
                "10:20:30",
                "2026.1125.1020"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void spellingsOfOneAddressAreOneValue() {
        assertThat(found.value("00-1B-44-11-3A-B7")).isEqualTo(found.value("001b.4411.3ab7"));
    }
}
