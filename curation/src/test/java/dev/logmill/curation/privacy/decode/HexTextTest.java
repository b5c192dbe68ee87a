package dev.logmill.curation.privacy.decode;

import static java.nio.charset.StandardCharsets.UTF_16LE;
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
    @ValueSource(strings = {" ", ":", "-"})
    void isReadWithASignBetweenItsBytes(String delimiter) throws PrivacyFailure {
        HexFormat format = HexFormat.ofDelimiter(delimiter);
        String redacted = texts.redact(SECRET, "t");
        for (HexFormat each : new HexFormat[] {format, format.withUpperCase()}) {
            String text = "dump: " + each.formatHex(SECRET.getBytes(UTF_8)) + ", y";
            assertThat(texts.redact(text, "t")).isEqualTo("dump: " + each.formatHex(redacted.getBytes(UTF_8)) + ", y");
        }
    }

    @Test
    void isReadAsUtf16() throws PrivacyFailure {
        String text = "SELECT 0x" + HexFormat.of().formatHex(SECRET.getBytes(UTF_16LE));
        assertThat(texts.redact(text, "t"))
                .isEqualTo("SELECT 0x"
                        + HexFormat.of().formatHex(texts.redact(SECRET, "t").getBytes(UTF_16LE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2b 31 34 31 35 35 35 35 32 36 37 31 00 2b",
                "34 31 31 31 20 31 31 31 31 20 31 31 31 31 20 31 31 31 31",
                "61 6e 6e 40 65 78 61:6d:70:6c:65:2e:63:6f:6d",
                "61 6e 6e 40 65 78 61 6d 70 6c 65 2e 636f6d",
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
