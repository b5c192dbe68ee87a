package dev.logmill.curation.privacy.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.DetectorKind;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.TextRedactor;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexTextTest {
    private static final String SECRET = "{\"who\":\"ann.lee@example.com\",\n\"n\":\"M\u00fcller\"}";

    private final TextRedactor texts =
            new TextRedactor(DetectorKind.all(), new Pseudonyms("a key for tests only".getBytes(UTF_8)));

    @Test
    void whatItSaysIsRedactedAndWrittenInTheSameForm() throws PrivacyFailure {
        String redacted = texts.redact(SECRET, "t");
        assertThat(redacted).doesNotContain("ann");
        for (HexFormat format : new HexFormat[] {HexFormat.of(), HexFormat.of().withUpperCase()}) {
            for (String before : new String[] {"", "0x", "E'\\x"}) {
                String text = before + format.formatHex(SECRET.getBytes(UTF_8)) + ", y";
                assertThat(texts.redact(text, "t"))
                        .isEqualTo(before + format.formatHex(redacted.getBytes(UTF_8)) + ", y");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6e6f7468696e6720746f207365652068657265",
                "da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "616e6e406578616d706c652e636f6d6",
                "616e6e406578616d706c652e636f6dz",
                "a616e6e406578616d706c652e636f6d0",
                "61 6e 6e 40"
            })
    void leaves(String text) throws PrivacyFailure {
        assertThat(texts.redact(text, "t")).isEqualTo(text);
    }
}
