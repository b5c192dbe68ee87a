package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommonWordTest {
    private final Found found = new Found(new PersonDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ich bin Petra Vogel.|Petra Vogel",
                "Hallo, ich bin Jonas|Jonas",
                "Ik ben Sjoerd|Sjoerd",
                "Nachricht von Krüger an das Team|Krüger",
                "Die Antwort von Sabine Krüger ist da.|Sabine Krüger",
                "Tendai Müller hat die Rechnung bezahlt.|Tendai Müller",
                "Mein Name ist Wolf und ich habe eine Frage.|Wolf",
                "Inga called about her order|Inga",
                "Les said hi|Les",
                "the order of Anders is late|Anders",
                "1997 Kern Sibbald|Kern Sibbald"
            })
    void findsWhomAPlainWordOfAnotherLanguageIsTheNameOf(String text, String name) {
        assertThat(found.in(text)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Der Wert steht im falschen Feld.",
                "Die Liste von Elementen ist leer.",
                "Ungültiger Wert",
                "Kein Programm mit dem Namen",
                "Les paquets de la liste",
                "alla grupper i listan",
                "esta cadena no es nueva"
            })
    void leavesPlainWordsOfTheLanguageAround(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
