package dev.logmill.curation.privacy.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.DetectorKind;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.RedactedText;
import dev.logmill.curation.privacy.TextRedactor;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64TextTest {
    private static final String SECRET = "{\"who\":\"ann.lee@example.com\",\"n\":[1,2]}>>>???~~~";

    private final TextRedactor texts =
            new TextRedactor(DetectorKind.all(), new Pseudonyms("a key for tests only".getBytes(UTF_8)));

    @Test
    void whatItSaysIsRedactedAndWrittenInTheSameForm() throws PrivacyFailure {
        String redacted = texts.redact(SECRET, "t");
        assertThat(redacted).doesNotContain("ann");
        for (boolean padded : new boolean[] {true, false}) {
            String standard = encoded(Base64.getEncoder(), padded, SECRET);
            assertThat(texts.redact("x \"" + standard + "\" y", "t"))
                    .isEqualTo("x \"" + encoded(Base64.getEncoder(), padded, redacted) + "\" y");
            String url = encoded(Base64.getUrlEncoder(), padded, SECRET);
            assertThat(texts.redact("/p?q=" + url, "t"))
                    .isEqualTo("/p?q=" + encoded(Base64.getUrlEncoder(), padded, redacted));
        }
    }

    @Test
    void whatIsCompressedIsRedactedAndCompressedAgain() throws PrivacyFailure {
        String zipped = Base64.getEncoder().encodeToString(Gzip.packed(SECRET));
        assertThat(zipped).startsWith("H4sI");
        String redacted = texts.redact("body: " + zipped + " end", "t");
        assertThat(redacted).startsWith("body: H4sI").endsWith(" end");
        byte[] bytes = Base64.getDecoder().decode(redacted.substring(6, redacted.length() - 4));
        assertThat(Gzip.text(bytes)).contains(texts.redact(SECRET, "t"));
        String clean = Base64.getEncoder().encodeToString(Gzip.packed("nothing to see here"));
        assertThat(texts.redact(clean, "t")).isEqualTo(clean);
    }

    /** A small one that unfolds to more than anybody logs is left, as what is no text is. */
    @Test
    void whatUnfoldsWithoutMeasureIsLeft() throws PrivacyFailure {
        String bomb = Base64.getEncoder().encodeToString(Gzip.packed("ann@example.com ".repeat(1 << 17)));
        assertThat(texts.redact(bomb, "t")).isEqualTo(bomb);
        assertThat(texts.redact(bomb.substring(0, 400), "t")).isEqualTo(bomb.substring(0, 400));
    }

    private static String encoded(Base64.Encoder encoder, boolean padded, String text) {
        // Two chars more make a length that needs no filling in neither text.
        return (padded ? encoder : encoder.withoutPadding()).encodeToString(text.getBytes(UTF_8));
    }

    @Test
    void isFoundInThePathOfAnAddressAndWithinItself() throws PrivacyFailure {
        String once = Base64.getUrlEncoder().withoutPadding().encodeToString("ann@example.com!".getBytes(UTF_8));
        String path = texts.redact("https://example.org/u/" + once + "/edit", "t");
        assertThat(path).startsWith("https://example.org/u/").endsWith("/edit").doesNotContain(once);
        String twice = Base64.getEncoder().encodeToString(("see " + once).getBytes(UTF_8));
        String inner = new String(Base64.getDecoder().decode(texts.redact(twice, "t")), UTF_8);
        String innermost = new String(Base64.getUrlDecoder().decode(inner.substring(4)), UTF_8);
        assertThat(innermost).isEqualTo(texts.redact("ann@example.com!", "t"));
    }

    @Test
    void isToldOfByWhatIsInIt() throws PrivacyFailure {
        String encoded = Base64.getEncoder().encodeToString("ann@example.com".getBytes(UTF_8));
        assertThat(texts.told("a " + encoded, "t").entities())
                .containsExactly(new RedactedText.Entity("EMAIL", 2, 2 + encoded.length(), 1, "MailDetector"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VGhpcyBpcyBhIHRleHQgd2l0aG91dCBhbnl0aGluZw==",
                "thisIsAVeryLongNameOfAMethodThatDoesALot",
                "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==",
                "src/main/java/dev/Logmill/curation/Privacy",
                "AbCdEfGh=",
                "AbCdEfGhI",
                "abcDEFgh====="
            })
    void leaves(String text) throws PrivacyFailure {
        assertThat(texts.redact(text, "t")).isEqualTo(text);
    }
}
