package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.trace.Media;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlinedBytesTest {
    private static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n", 90);
    private static final String DATA = Base64.getEncoder().encodeToString(PNG);
    private static final String REFERENCE = "bytes=98;sha256=" + Digest.sha256(PNG);

    private static byte[] bytes(String head, int more) {
        return (head + "\u00fe\u0001".repeat(more / 2)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String cut(String text) {
        return InlinedBytes.in(text).orElseThrow().text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "data:image/png;base64,%s | data:image/png;~",
                "![i](data:image/png;base64,%s) ok | ![i](data:image/png;~) ok",
                "<img src='DATA:Image/PNG;charset=x;base64,%s'> | <img src='data:image/png;~'>",
                "{\"image\":\"data:image/png;base64,%s\"} | {\"image\":\"data:image/png;~\"}",
                "data:;base64,%s | data:text/plain;~",
                "{\"data\":\"%s\"} | {\"data\":\"data:image/png;~\"}",
                "metadata:data:audio/wav;base64,%s | metadata:data:audio/wav;~"
            })
    void bytesStandAsTheirTypeSizeAndDigest(String written, String kept) {
        assertThat(cut(written.formatted(DATA))).isEqualTo(kept.replace("~", REFERENCE));
    }

    @Test
    void eachIsNamedAmongTheMedia() {
        String two = "a data:image/png;base64," + DATA + " b data:application/zip;base64," + DATA + " c";
        assertThat(InlinedBytes.in(two).orElseThrow().media())
                .containsExactly(
                        new Media("image", Optional.of("image/png"), Optional.empty(), Optional.of(Digest.sha256(PNG))),
                        new Media(
                                "file",
                                Optional.of("application/zip"),
                                Optional.empty(),
                                Optional.of(Digest.sha256(PNG))));
        assertThat(cut(two)).isEqualTo("a data:image/png;" + REFERENCE + " b data:application/zip;" + REFERENCE + " c");
    }

    /** As PHP writes JSON, and base64url. */
    @Test
    void slashesMayBeEscapedAndDigitsThoseOfUrls() {
        byte[] high = bytes("\u00ff\u00ff\u00ff\u00fb", 60);
        String digits = Base64.getEncoder().encodeToString(high);
        assertThat(digits).contains("/", "+");
        for (String written : new String[] {
            digits, digits.replace("/", "\\/"), digits.replace('+', '-').replace('/', '_')
        }) {
            assertThat(cut("data:image/x;base64," + written + "\""))
                    .isEqualTo("data:image/x;bytes=64;sha256=" + Digest.sha256(high) + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "\u00ff\u00d8\u00ff\u00e0, image/jpeg",
        "GIF87a, image/gif",
        "GIF89a, image/gif",
        "RIFF, image/webp",
        "%PDF-1.7, application/pdf"
    })
    void whatBeginsAsAnImageOrAPdfIsToldWithoutAUrl(String head, String mime) {
        String data = Base64.getEncoder().encodeToString(bytes(head, 90));
        assertThat(cut("[\"" + data + "\"]"))
                .startsWith("[\"data:" + mime + ";bytes=")
                .endsWith("\"]")
                .doesNotContain(data);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "write data:image/png;base64,{image} there",
                "data:image/png;base64,...",
                "iVBORw0KGgoAAAANSUhEUg",
                "see /9j/ and UklGR",
                "the word;base64,AAAAAAAAAAAAAAAA",
                "plain text of data: and more"
            })
    void leaves(String text) {
        assertThat(InlinedBytes.in(text)).isEmpty();
        assertThat(InlinedBytes.in("0" + DATA))
                .as("in the midst of other base64")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {";base64,", "data:;base64,", "data:", "iVBORw0KGg", "/9j/;base64,", "data:a;base64,AAAAAAAA "})
    @Timeout(60)
    void noTextKeepsItBusy(String piece) {
        String hostile = piece.repeat(2_000_000 / piece.length());
        assertThatCode(() -> InlinedBytes.in(hostile)).doesNotThrowAnyException();
    }
}
