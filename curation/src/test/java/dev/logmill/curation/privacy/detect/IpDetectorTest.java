package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpDetectorTest {
    private final Found found = new Found(new IpDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "from 203.0.113.7:8080 | 203.0.113.7",
                "203.0.113.7. Then | 203.0.113.7",
                "http://10.0.0.1/x | 10.0.0.1",
                "\"ip\":\"198.51.100.255\" | 198.51.100.255",
                "10.0.0.0/8 | 10.0.0.0"
            })
    void finds(String text, String identifier) {
        assertThat(found.in(text)).containsExactly(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3.4.5",
                "v1.2.3.4",
                "version 1.2.3.4",
                "\"version\": \"1.2.3.4\"",
                "256.1.1.1",
                "1.2.3",
                "01.02.03.04",
                "127.0.0.1",
                "0.0.0.0",
                "1.2.3.4a"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void aValueUnderAVersionKeyIsAVersion() {
        assertThat(found.in("10.1.2.3", "agentVersion")).isEmpty();
        assertThat(found.in("10.1.2.3", "host")).hasSize(1);
    }
}
