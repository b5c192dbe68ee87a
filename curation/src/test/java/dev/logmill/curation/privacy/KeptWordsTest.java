package dev.logmill.curation.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptWordsTest {
    private static final Pseudonyms KEYED = new Pseudonyms("a key for tests only".getBytes(UTF_8));
    private static final KeptWords KEPT = KeptWords.of(List.of("Quuxly", "Weber Ltd", "Jane"));

    private final TextRedactor all = new TextRedactor(DetectorKind.all(), KEYED);
    private final TextRedactor keeping = all.keeping(KEPT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I work at Quuxly as a nurse",
                "I work at QUUXLY as a nurse",
                "sold by Weber Ltd today",
                "Ask Jane"
            })
    void whatIsListedStaysInWhateverCase(String text) throws PrivacyFailure {
        assertThat(all.redact(text, "t")).isNotEqualTo(text);
        assertThat(keeping.redact(text, "t")).isEqualTo(text);
    }

    @Test
    void whatItIsAPartOfGoes() throws PrivacyFailure {
        assertThat(keeping.redact("Ask Jane Miller, jane@example.com", "t"))
                .doesNotContain("Jane")
                .doesNotContain("jane");
        assertThat(keeping.redact("I work at Quuxly Frobs as a nurse", "t")).doesNotContain("Quuxly");
    }

    /** Also where it is found again by the whole name that it is a part of, and in an encoded text. */
    @Test
    void staysWhereverItStands() throws PrivacyFailure {
        SeenValues seen = new SeenValues();
        keeping.noting(seen).redact("my name is Jane Miller", "t");
        assertThat(keeping.withSeen(seen).redact("so jane and Miller", "t"))
                .startsWith("so jane and ")
                .doesNotContain("Miller");
        String encoded = Base64.getEncoder().encodeToString("I work at Quuxly now".getBytes(UTF_8));
        assertThat(keeping.redact(encoded, "t")).isEqualTo(encoded);
    }

    @Test
    void everyModeKeepsIt() throws PrivacyFailure {
        Span span = Span.of("a", "t", "1", SpanKind.LLM)
                .messagesIn(List.of(Message.of(Role.USER, "I work at Quuxly now")))
                .build();
        for (PrivacyMode mode : List.of(PrivacyMode.CONTENT, PrivacyMode.SEALED)) {
            assertThat(mode.redaction(KEYED, KEPT).span(span).messagesIn()).isEqualTo(span.messagesIn());
            assertThat(mode.redaction(KEYED, KeptWords.NONE).span(span).messagesIn())
                    .isNotEqualTo(span.messagesIn());
        }
    }

    @Test
    void namesOfFirmsAndProductsAreTaken() {
        assertThat(KeptWords.problems("keep", List.of("Acme", "3M", "Müller & Söhne", "O'Reilly", "Foo-Bar, Inc.")))
                .isEmpty();
    }

    @Test
    void whatIsNoNameIsRefusedWithItsPlace() {
        List<String> problems = KeptWords.problems(
                "privacy.keep", List.of("Acme", "", "ann@example.com", "4111", " Acme", "x", "ACME"));
        assertThat(problems).hasSize(6);
        assertThat(problems.get(1))
                .startsWith("privacy.keep[2] must be a name of 2 to 80 chars")
                .endsWith("was 'ann@example.com'");
        assertThat(problems.get(5)).isEqualTo("privacy.keep[6] 'ACME' is there already; case makes no difference");
    }
}
