package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesDetectorTest {
    private final Found found = new Found(new CoordinatesDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "gps 48.20849, 16.37208 ok | 48.20849;16.37208",
                "lat=48.20849&lon=-16.37208 | 48.20849;-16.37208",
                "latitude: 48.20849 | 48.20849",
                "\"lng\": -16.37208 | -16.37208",
                "https://maps.example.com/?q=48.20849,-16.37208 | 48.20849;-16.37208",
                "https://maps.example.com/@48.20849,16.37208,15z | 48.20849;16.37208",
                "48.2085° N, 16.3721° E | 48.2085° N;16.3721° E",
                "48°12'30.5\"N 16°22'19\"E | 48°12'30.5\"N;16°22'19\"E"
            })
    void finds(String text, String identifiers) {
        assertThat(found.in(text)).containsExactly(identifiers.split(";", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "48.20849, 16.37208",
                "gps 48.2, 16.3",
                "lat 480.20849",
                "loss 0.12345 and 0.23456",
                "version 1.2345.6",
                "48° north",
                "it was 48.2085"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
