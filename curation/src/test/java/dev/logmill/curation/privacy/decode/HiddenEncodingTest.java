package dev.logmill.curation.privacy.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.DetectorKind;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.TextRedactor;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenEncodingTest {
    /** In base64 it holds both signs; with a letter or two before it, it is padded. */
    private static final String SECRET = "???>>> ann.lee@example.com ~~~";

    private final TextRedactor texts =
            new TextRedactor(DetectorKind.all(), new Pseudonyms("a key for tests only".getBytes(UTF_8)));

    static Stream<Arguments> ways() {
        UnaryOperator<String> url = text -> URLEncoder.encode(text, UTF_8);
        UnaryOperator<String> small =
                text -> text.replace("+", "%2b").replace("/", "%2f").replace("=", "%3d");
        UnaryOperator<String> mail = text -> text.replace("=", "=3D");
        UnaryOperator<String> page = text -> text.replace("+", "&#43;").replace("=", "&equals;");
        UnaryOperator<String> script = text -> text.replace("+", "\\u002b").replace("/", "\\/");
        return Stream.of(
                Arguments.of("url", url),
                Arguments.of("url, small digits", small),
                Arguments.of("url, twice", (UnaryOperator<String>) text -> url.apply(url.apply(text))),
                Arguments.of("quoted-printable", mail),
                Arguments.of("HTML", page),
                Arguments.of("JSON", script));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void isRedactedAndWrittenInTheSameWay(String name, UnaryOperator<String> way) throws PrivacyFailure {
        for (String before : new String[] {"a", "ab"}) {
            String plain = before + SECRET;
            String encoded = base64(plain);
            String redacted = base64(texts.redact(plain, "t"));
            assertThat(way.apply(encoded)).isNotEqualTo(encoded);
            assertThat(texts.redact("see " + way.apply(encoded) + " there", "t"))
                    .isEqualTo("see " + way.apply(redacted) + " there");
        }
    }

    /** What was written of one sign tells how another one is written that did not stand there before. */
    @ParameterizedTest
    @ValueSource(strings = {"+", "/"})
    void aSignThatIsNewIsWrittenAsTheOthersAre(String sign) throws PrivacyFailure {
        String plain = (sign.equals("+") ? ">>>" : "???") + "ann.lee@example.com";
        for (int more = 0; more < 40; more++) {
            plain += "x?>~".charAt(more % 4);
            String written = texts.redact("q=" + URLEncoder.encode(base64(plain), UTF_8) + "&r=1", "t");
            assertThat(written).isEqualTo("q=" + URLEncoder.encode(base64(texts.redact(plain, "t")), UTF_8) + "&r=1");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
