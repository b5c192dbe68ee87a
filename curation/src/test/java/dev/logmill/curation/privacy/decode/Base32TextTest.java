package dev.logmill.curation.privacy.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.DetectorKind;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.TextRedactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base32TextTest {
    private final TextRedactor texts =
            new TextRedactor(DetectorKind.all(), new Pseudonyms("a key for tests only".getBytes(UTF_8)));

    /** As Python's base64.b32encode writes them, with padding and without. */
    @ParameterizedTest
    @CsvSource({
        "ann@example.com, MFXG4QDFPBQW24DMMUXGG33N",
        "ann@example.com!, MFXG4QDFPBQW24DMMUXGG33NEE======",
        "ann@example.com!, MFXG4QDFPBQW24DMMUXGG33NEE",
        "ask ann@example.com, MFZWWIDBNZXEAZLYMFWXA3DFFZRW63I="
    })
    void whatItSaysIsRedactedAndWrittenInTheSameForm(String plain, String encoded) throws PrivacyFailure {
        String told = texts.redact("x " + encoded + ", y", "t");
        assertThat(told).startsWith("x ").endsWith(", y").doesNotContain(encoded.substring(8, 24));
        String inner = told.substring(2, told.length() - 3);
        assertThat(decoded(inner)).isEqualTo(texts.redact(plain, "t"));
        boolean padded = encoded.endsWith("=") || encoded.length() % 8 == 0;
        assertThat(inner.length() % 8 == 0).isEqualTo(padded);
    }

    /** The sections of RFC 4648 that are told of here, each by another reading than the one under test. */
    private static String decoded(String base32) {
        StringBuilder bits = new StringBuilder();
        base32.chars()
                .filter(c -> c != '=')
                .forEach(c -> bits.append(Integer.toBinaryString(32 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c))
                        .substring(1)));
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return new String(bytes, UTF_8);
    }

    @Test
    void isToldOfByWhatIsInIt() throws PrivacyFailure {
        assertThat(texts.told("a MFXG4QDFPBQW24DMMUXGG33N", "t").entities())
                .singleElement()
                .matches(entity -> entity.type().equals("EMAIL") && entity.start() == 2 && entity.end() == 26);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NZXXI2DJNZTSA5DPEBZWKZJANBSXEZI=",
                "INTERNATIONALIZATION AND CONSTANTINOPOLITANS",
                "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
                "MFXG4QDFPBQW24DMMUXGG33N8",
                "mfxg4qdfpbqw24dmmuxgg33n"
            })
    void leaves(String text) throws PrivacyFailure {
        assertThat(texts.redact(text, "t")).isEqualTo(text);
    }
}
