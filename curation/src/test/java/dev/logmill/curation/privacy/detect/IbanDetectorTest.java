package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IbanDetectorTest {
    private final Found found = new Found(new IbanDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "DE89 3704 0044 0532 0130 00 | DE89 3704 0044 0532 0130 00",
                "de89370400440532013000 | de89370400440532013000",
                "IBAN:GB82WEST12345698765432. | GB82WEST12345698765432",
                "IBANGB82WEST12345698765432 | GB82WEST12345698765432",
                "NO93-8601-1117-947 | NO93-8601-1117-947",
                "MT84 MALT 0110 0001 2345 MTLC AST0 01S | MT84 MALT 0110 0001 2345 MTLC AST0 01S",
                "a\\nDE89370400440532013000 | DE89370400440532013000"
            })
    void finds(String text, String identifier) {
        assertThat(found.in(text)).containsExactly(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE88 3704 0044 0532 0130 00",
                "DE8937040044053201300",
                "DE893704004405320130001",
                "XDE89370400440532013000",
                "XX89370400440532013000",
                "DE89  3704  0044  0532  0130  00",
                "in 1999 we went to 20 places"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void spellingsOfOneAccountAreOneValue() {
        assertThat(found.value("DE89 3704 0044 0532 0130 00")).isEqualTo(found.value("de89370400440532013000"));
    }
}
