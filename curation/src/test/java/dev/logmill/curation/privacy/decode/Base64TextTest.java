package dev.logmill.curation.privacy.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.DetectorKind;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.RedactedText;
import dev.logmill.curation.privacy.TextRedactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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

    @ParameterizedTest
    @CsvSource({"76, CRLF", "64, LF", "60, LF"})
    void whatIsWrappedOverLinesIsReadAsOneAndWrappedAgain(int width, String lineEnd) throws PrivacyFailure {
        byte[] end = (lineEnd.equals("LF") ? "\n" : "\r\n").getBytes(UTF_8);
        Base64.Encoder mime = Base64.getMimeEncoder(width, end);
        // At every distance from a line's end, so that the address stands across one.
        for (int before = 20; before < 90; before++) {
            String text = "x".repeat(before) + " ann.lee@example.com " + "y".repeat(70);
            String wrapped = mime.encodeToString(text.getBytes(UTF_8));
            String redacted = mime.encodeToString(texts.redact(text, "t").getBytes(UTF_8));
            assertThat(texts.redact("Body:\n" + wrapped + "\nend", "t")).isEqualTo("Body:\n" + redacted + "\nend");
        }
    }

    @Test
    void linesThatSayNothingTogetherAreReadEachForItself() throws PrivacyFailure {
        String binary = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(new byte[] {
            (byte) 0x89,
            'P',
            'N',
            'G',
            13,
            10,
            26,
            10,
            0,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            (byte) 200,
            (byte) 201,
            0,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            (byte) 200,
            (byte) 201,
            0,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            (byte) 200,
            (byte) 201,
            99,
            99,
            99,
            99
        });
        String line = encoded(Base64.getEncoder(), true, "write to ann.lee@example.com, she is kind".repeat(2) + ".");
        String redacted = texts.redact(binary + "\n" + line, "t");
        assertThat(redacted).startsWith(binary).doesNotContain(line);
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whatIsCompressedIsRedactedAndCompressedAgain(Packing packing) throws PrivacyFailure {
        String redacted = texts.redact("body: " + zipped(packing, SECRET) + " end", "t");
        assertThat(redacted).startsWith("body: ").endsWith(" end");
        byte[] bytes = Base64.getDecoder().decode(redacted.substring(6, redacted.length() - 4));
        assertThat(BytesOfText.of(bytes, packing).map(BytesOfText::text)).contains(texts.redact(SECRET, "t"));
        String clean = zipped(packing, "nothing to see here");
        assertThat(texts.redact(clean, "t")).isEqualTo(clean);
    }

    private static String zipped(Packing packing, String text) {
        return Base64.getEncoder().encodeToString(packing.packed(text.getBytes(UTF_8)));
    }

    /** What a reader unpacks must be all that it was: a cut stream, or one with something behind, is no text. */
    @ParameterizedTest
    @EnumSource(names = {"ZLIB", "DEFLATE"})
    void aStreamIsReadAsAWhole(Packing packing) {
        byte[] packed = packing.packed(SECRET.getBytes(UTF_8));
        assertThat(packing.unpacked(packed)).get().isEqualTo(SECRET.getBytes(UTF_8));
        assertThat(packing.unpacked(Arrays.copyOf(packed, packed.length - 1))).isEmpty();
        assertThat(packing.unpacked(Arrays.copyOf(packed, packed.length + 1))).isEmpty();
    }

    /** The heads that zlib writes at its levels. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 6, 9})
    void everyLevelOfZlibIsRead(int level) throws PrivacyFailure {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes, new Deflater(level))) {
            out.write(SECRET.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String zipped = Base64.getEncoder().encodeToString(bytes.toByteArray());
        assertThat(texts.redact(zipped, "t")).isEqualTo(zipped(Packing.ZLIB, texts.redact(SECRET, "t")));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, ''",
        "UTF-16LE, \ufeff",
        "UTF-16BE, ''",
        "UTF-16BE, \ufeff",
        "ISO-8859-1, ''",
        "windows-1252, \u201c"
    })
    void isReadInTheCharsetsThatBytesOfTextAreWrittenInAndWrittenInTheSame(String charset, String before)
            throws PrivacyFailure {
        String plain = before + "Send-Mail -To ann.lee@example.com \u00e9\u00e8 Send-Mail -To ann.lee@example.com";
        String encoded = Base64.getEncoder().encodeToString(plain.getBytes(Charset.forName(charset)));
        String redacted = texts.redact("powershell -EncodedCommand " + encoded, "t");
        assertThat(redacted).startsWith("powershell -EncodedCommand ");
        assertThat(new String(Base64.getDecoder().decode(redacted.substring(27)), Charset.forName(charset)))
                .isEqualTo(texts.redact(plain, "t"))
                .startsWith(before + "Send-Mail -To <EMAIL_");
    }

    @Test
    void isReadThroughThreeLayers() throws PrivacyFailure {
        String twice =
                Base64.getEncoder().encodeToString(zipped(Packing.GZIP, SECRET).getBytes(UTF_8));
        String inner = new String(Base64.getDecoder().decode(texts.redact(twice, "t")), UTF_8);
        assertThat(inner).isEqualTo(zipped(Packing.GZIP, texts.redact(SECRET, "t")));
    }

    /** A small one that unfolds to more than anybody logs is left, as what is no text is. */
    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whatUnfoldsWithoutMeasureIsLeft(Packing packing) throws PrivacyFailure {
        String bomb = zipped(packing, "ann@example.com ".repeat(1 << 17));
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

    @Test
    void allTypesInItAreTold() throws PrivacyFailure {
        String inner = Base64.getEncoder().encodeToString("call 192.0.2.17 or bob@example.com".getBytes(UTF_8));
        String all = "{\"email\":\"ann@example.com\",\"iban\":\"DE89370400440532013000\",\"more\":\"" + inner + "\"}";
        String encoded = Base64.getEncoder().encodeToString(all.getBytes(UTF_8));
        assertThat(texts.told("\ud83d\ude00 " + encoded + ", cc@example.com", "t")
                        .entities())
                .containsExactly(
                        new RedactedText.Entity("EMAIL", 2, 2 + encoded.length(), 1, "MailDetector"),
                        new RedactedText.Entity("IBAN", 2, 2 + encoded.length(), 1, "IbanDetector"),
                        new RedactedText.Entity("IP", 2, 2 + encoded.length(), 1, "IpDetector"),
                        new RedactedText.Entity(
                                "EMAIL", 4 + encoded.length(), 18 + encoded.length(), 1, "MailDetector"));
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
