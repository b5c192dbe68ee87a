package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpelledMailDetectorTest {
    private final Found found = new Found(new SpelledMailDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You can write to lena @ example . com. Thanks | lena @ example . com",
                "mail j.doe (at) example (dot) org | j.doe (at) example (dot) org",
                "mail j.doe[at]example[dot]org, please | j.doe[at]example[dot]org",
                "it is sam dot carter at example dot com | sam dot carter at example dot com",
                "sam_c AT mail DOT example DOT co DOT uk | sam_c AT mail DOT example DOT co DOT uk",
                "sam(at)example.com | sam(at)example.com",
                "sam @ example.com | sam @ example.com"
            })
    void finds(String text, String address) {
        assertThat(found.in(text)).containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "look at example dot com",
                "visit us at example dot com",
                "the dot product of a and b",
                "a dot b at 3 dot 5",
                "2 tickets @ 3.50 each",
                "meet me @ noon. Bring it",
                "a matrix A @ B . T",
                "(at) the end (dot)"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void isTheAddressThatItSpells() {
        assertThat(found.value("sam dot c at Example dot com")).isEqualTo("sam.c@example.com");
        assertThat(found.value("sam.c [at] example (dot) com")).isEqualTo("sam.c@example.com");
        assertThat(found.value("sam.c @ example . com")).isEqualTo("sam.c@example.com");
    }
}
