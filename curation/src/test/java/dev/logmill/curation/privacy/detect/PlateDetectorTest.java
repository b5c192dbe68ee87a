package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateDetectorTest {
    private final Found found = new Found(new PlateDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "license plate 7ABC123 | 7ABC123",
                "Kennzeichen: B-AB 1234 | B-AB 1234",
                "plate AB12 CDE was | AB12 CDE",
                "license_plate=XYZ-987 | XYZ-987",
                "Vehicle registration KA-01-HH-1234 | KA-01-HH-1234",
                "Plaque d'immatriculation : AB-123-CD | AB-123-CD",
                "matrícula 1234 BCD | 1234 BCD",
                "targa: AB 123 CD | AB 123 CD",
                "Kenteken 12-AB-34 | 12-AB-34",
                "placa ABC1D23 | ABC1D23",
                "the plates of the car that left were AB12 CDE | AB12 CDE"
            })
    void finds(String text, String plate) {
        assertThat(found.in(text)).containsExactly(plate);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AB12 CDE",
                "the plate has 12 screws",
                "the plate is 1234 mm wide",
                "part AB12 CDE is out of stock",
                "plates for 2 in 14 minutes"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void aKeyOfJsonSaysWhatStandsUnderIt() {
        assertThat(found.in("8XKL902", "license_plate")).containsExactly("8XKL902");
        assertThat(found.in("8XKL902", "article")).isEmpty();
    }
}
