package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherSpellingsTest {
    private final TextRedactor redactor = new TextRedactor(
            DetectorKind.all(), new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));

    private String redacted(String text) throws PrivacyFailure {
        return redactor.knowing(text).redact(text, "");
    }

    @ParameterizedTest
    @CsvSource({
        "My name is Priya Raghunathan, 'PRIYA RAGHUNATHAN;7'",
        "My name is Priya Raghunathan, 'by priya raghunathan;7'",
        "My name is Priya Raghunathan, 'priya.raghunathan;7'",
        "My name is Priya Raghunathan, 'priya_raghunathan;7'",
        "My name is Priya Raghunathan, 'rows: raghunathan;7'",
        "'Name: PRIYA RAGHUNATHAN, phone: none', 'Priya Raghunathan;7'",
        "SSN 536-22-8172, 'rows: 536228172;7'",
        "SSN: 536228172, 'rows: 536-22-8172;7'",
        "Call me at +1 415 555 2671, 'rows: 4155552671;7'",
        "Ruf mich an: +49 1512 3456789, 'rows: 015123456789;7'"
    })
    void isReplacedByTheOnePlaceholder(String told, String again) throws Exception {
        String redacted = redacted(told + "\n" + again);

        assertThat(redacted).matches("(?s).*(<[A-Z]+_\\w+>).*\\n[a-z: ]*\\1;7");
    }

    @ParameterizedTest
    @CsvSource({
        "My name is Mark Page, please mark page 7 and mark_page",
        "My name is Grace Lopez, the grace period",
        "My name is Will Lopez, we will see",
        "My name is Elif Lopez, elif x"
    })
    void wordsInSmallLettersStay(String told, String words) throws Exception {
        assertThat(redacted(told + ".\n" + words)).endsWith("\n" + words);
    }
}
