package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankCodeDetectorTest {
    private final Found found = new Found(new BankCodeDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BIC COBADEFFXXX. | COBADEFFXXX",
                "SWIFT code: DEUTDEFF500 | DEUTDEFF500",
                "the swift/bic is NWBKGB2L, | NWBKGB2L",
                "\"bic\": \"NWBKGB2L\" | NWBKGB2L"
            })
    void finds(String text, String code) {
        assertThat(found.in(text)).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COBADEFFXXX",
                "a swift ANSWER99",
                "SWIFT 5.9 on LINUX",
                "swift code: STRINGABCD",
                "an Arabic DOCUMENT1"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void aKeyOfJsonSaysWhatStandsUnderIt() {
        assertThat(found.in("NWBKGB2L", "swift_code")).containsExactly("NWBKGB2L");
        assertThat(found.in("NWBKGB2L", "comment")).isEmpty();
    }
}
