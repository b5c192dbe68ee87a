package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceDetectorTest {
    private final Found found = new Found(new PlaceDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Slovenia was fun|Slovenia",
                "she moved here from Cuba|Cuba",
                "we went to New York City today|New York City",
                "he came from bahrain|bahrain",
                "it rains in São Paulo|São Paulo",
                "I live in Qeqertarsuaq now|Qeqertarsuaq",
                "he grew up in San Giovanni di Casarsa|San Giovanni di Casarsa",
                "we are in Reading today|Reading"
            })
    void aPlaceIsFound(String text, String place) {
        assertThat(found.in(text)).containsExactly(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reading is fun",
                "a turkey sandwich",
                "the Boston Consulting office",
                "written in Python",
                "LIMA BEANS",
                "we love china and mobile phones"
            })
    void whatIsMoreOftenAWordIsNot(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void underTheKeyOfATownTheWholeTextIsOne() {
        assertThat(found.in("Kleinkleckersdorf", "home_town")).containsExactly("Kleinkleckersdorf");
        assertThat(found.in("Kleinkleckersdorf", "plan")).isEmpty();
    }
}
