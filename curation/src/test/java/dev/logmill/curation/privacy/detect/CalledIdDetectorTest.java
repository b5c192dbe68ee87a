package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalledIdDetectorTest {
    private final Found found = new Found(new CalledIdDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My driver's license number is D1234567. | D1234567",
                "driver’s licence: MORGA657054SM9IJ | MORGA657054SM9IJ",
                "DL no. 123456789 | 123456789",
                "passport number C01X00T47 | C01X00T47",
                "Passport: 123456789, valid | 123456789",
                "Personalausweis: L01X00T471 | L01X00T471",
                "MRN 00123456 | 00123456",
                "account number is 000123456789 | 000123456789",
                "Kontonummer: 532013000 | 532013000",
                "routing number 021000021 | 021000021",
                "sort code 20-00-00 | 20-00-00",
                "license plate 7ABC123 | 7ABC123",
                "Kennzeichen: B-AB 1234 | B-AB 1234",
                "plate AB12 CDE was | AB12 CDE",
                "license_plate=XYZ-987 | XYZ-987"
            })
    void finds(String text, String identifier) {
        assertThat(found.in(text)).containsExactly(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "D1234567",
                "the driver's license is valid for 3 years",
                "passport control opens at 10:30",
                "routing number 021000022",
                "account number 12 of 30",
                "the plate has 12 screws",
                "version 12345678",
                "the account was opened, order 12345678",
                "a license for 1000000 users"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void aKeyOfJsonSaysWhatStandsUnderIt() {
        assertThat(found.in("C01X00T47", "passportNumber")).containsExactly("C01X00T47");
        assertThat(found.in("12345678", "account_number")).containsExactly("12345678");
    }
}
