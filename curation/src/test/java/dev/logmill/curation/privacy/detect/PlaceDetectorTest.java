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
                "we are in Reading today|Reading",
                "Houston is hot|Houston",
                "they married in Aliciamouth|Aliciamouth",
                "he lives in New Fionafurt|New Fionafurt",
                "a trip to Port Jaredfurt|Port Jaredfurt",
                "we flew from Qwertovy home|Qwertovy",
                "city=Rezzo|Rezzo",
                "County: Eau Claire County|Eau Claire County",
                "{\"city\": \"Luhačovice\"}|Luhačovice",
                "belarus was fun|belarus",
                "the hotel in Qeqertarsuaq is shut|Qeqertarsuaq",
                "he died in Qeqertarsuaq then|Qeqertarsuaq",
                "Where: Qeqertarsuaq|Qeqertarsuaq",
                "we went to Sønderborg once|Sønderborg"
            })
    void aPlaceIsFound(String text, String place) {
        assertThat(found.in(text)).containsExactly(place);
    }

    @Test
    void aTownOfNoListIsFoundBeforeItsCountry() {
        assertThat(found.in("an office in Qwertovy, France")).containsExactly("Qwertovy", "France");
        assertThat(found.in("built with Qwertovy, France pays")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reading is fun",
                "a turkey sandwich",
                "the Boston Consulting office",
                "written in Python",
                "LIMA BEANS",
                "we love china and mobile phones",
                "sorted in Descending order",
                "written in Qwerty",
                "Elizabeth Balashova wrote",
                "to Basic Economy"
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
