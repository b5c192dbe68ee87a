package dev.logmill.curation.privacy.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.DetectorKind;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.TextRedactor;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedTextTest {
    private final TextRedactor texts = new TextRedactor(
            DetectorKind.all(), new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));

    /** The text without identifiers, each written as its type alone; what it is written in stays as it was. */
    private String redacted(String text) throws PrivacyFailure {
        return texts.redact(text, "t").replaceAll("_[a-z2-7]{5}", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "?mail=ann.lee%40example.com&n=1 | ?mail=%3CEMAIL%3E&n=1",
                "?q=ann.lee%2540example.com | ?q=%3CEMAIL%3E",
                "tel=%2B12025550143 | tel=%3CPHONE%3E",
                "ip%3D203%2E0%2E113%2E7%20ok | ip%3D%3CIP%3E%20ok",
                "to ann&#64;example.com. | to &lt;EMAIL&gt;.",
                "to ann&#x40;example&period;com; | to &lt;EMAIL&gt;;",
                "ann&commat;example.com&amp;bob | &lt;EMAIL&gt;&amp;bob",
                "From: =61nn=40example.com | From: <EMAIL>",
                "{\\\"to\\\":\\\"ann\\u0040example.com\\\" | {\\\"to\\\":\\\"<EMAIL>\\\"",
                "'ann\\x40example.com' | '<EMAIL>'",
                "a\u200bnn@exa\u00admple.com! | <EMAIL>!",
                "4111\u200b1111\u200b1111\u200b1111 | <CARD>",
                "ann\uff20example\uff0ecom | <EMAIL>",
                "ann\ufe6bexample\u3002com | <EMAIL>",
                "\uff14111 1111 1111 1111 | <CARD>",
                "from \u0662\u0660\u0663.0.113.7 | from <IP>",
                "DE89 37\u043e4 0044 | DE89 37\u043e4 0044",
                "D\u0415\u200b89 3704 0044 0532 0130 00 | <IBAN>"
            })
    void findsWhatIsHidden(String text, String redacted) throws PrivacyFailure {
        assertThat(redacted(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100%25 of 3%4",
                "a=40.5 and b=3F",
                "if x == 40 @ home",
                "&#xZZ; &; &#; &#-5; &#99999999; &unknown;",
                "%ff%fe%4",
                "C:\\new\\u12 \\",
                "\\u00",
                "\u0441\u043e\u0440\u043e\u043a \u2014 \u03b1\u03b2\u03b3 \ud83d\udc68\u200d\ud83d\udc69",
                "\ud83d",
                "=",
                "%",
                "&",
                "a+b=c+d"
            })
    void leavesWhatHidesNothing(String text) throws PrivacyFailure {
        assertThat(redacted(text)).isEqualTo(text);
    }

    @Test
    void aLineOfQuotedPrintableGoesOnInTheNext() throws PrivacyFailure {
        assertThat(redacted("call +1 202=\r\n 555=200143 =3D")).isEqualTo("call <PHONE> =3D");
        assertThat(redacted("call +1=\n 202 555 01=\n43.")).isEqualTo("call <PHONE>.");
    }

    @Test
    void aHiddenSpellingHasThePlaceholderOfThePlainOne() throws PrivacyFailure {
        assertThat(texts.redact("ann%40example.com", "t").replace("%3C", "<").replace("%3E", ">"))
                .isEqualTo(texts.redact("ann@example.com", "t"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "%41", "&", "&#", "&#6;", "=", "=\n", "=4", "=41", "\\", "\\u", "\u200b", "a\u043e", "+a"})
    void aMegabyteOfAnyMarkIsReadInAFewPasses(String mark) throws PrivacyFailure {
        String text = mark.repeat(1_000_000 / mark.length());
        assertThat(redacted(text)).isEqualTo(text);
    }
}
