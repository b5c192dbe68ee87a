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
        "Ruf mich an: +49 1512 3456789, 'rows: 015123456789;7'",
        "Zadzwo\u0144: +48 512 340 987, 'tel 512340987;7'",
        "passport K7730418, 'rows: k7730418;7'",
        "passport K7730418, 'rows: K 7730418;7'",
        "passport K7730418, 'rows: K-7730418;7'",
        "VIN 1M8GDM9AXKP042788, 'rows: 1m8gdm9axkp042788;7'",
        "plate HD-KL 482, 'rows: HDKL482;7'",
        "plate HD-KL 482, 'rows: HD KL 482;7'",
        "username: tmoreau58, 'rows: TMOREAU58;7'",
        "MAC 00:1c:42:9f:07:d3, 'rows: 001c429f07d3;7'",
        "My employer is Tarvell Dynamics, 'rows: TARVELL DYNAMICS;7'",
        "Born 24.11.1973, 'rows: 1973-11-24;7'",
        "Born 24.11.1973, 'rows: 24 November 1973;7'",
        "'Born November 24, 1973', 'rows: 24.11.1973;7'",
        "dob 1973-11-24, 'geboren am 24. November 1973;7'"
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
        "My name is Elif Lopez, elif x",
        "username: marker, MARKER pens",
        "My employer is Next Step, the next step",
        "passport K7730418, k77304180 and xk7730418",
        "Born 24.11.1973, 1973-11-25 and 24.11.1974"
    })
    void wordsInSmallLettersStay(String told, String words) throws Exception {
        assertThat(redacted(told + ".\n" + words)).endsWith("\n" + words);
    }
}
