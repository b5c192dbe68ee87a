package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "ann,SMALL",
        "Ann,CAPITAL",
        "McCathie,CAPITAL",
        "O'Neill,CAPITAL",
        "Jean-Paul,CAPITAL",
        "ANN,CAPITALS",
        "A,INITIAL",
        "42,NUMBER",
        "iPhone,MIXED",
        "GitHub,MIXED",
        "A4,MIXED",
        "snake_case,MIXED",
        "Ömer,CAPITAL"
    })
    void aWordIsToldByHowItIsWritten(String word, Words.Case written) {
        Words words = Words.of("(" + word + ")");
        assertThat(words.count()).isEqualTo(1);
        assertThat(words.written(0)).isEqualTo(written);
    }

    @Test
    void theSOfAGenitiveIsNoPartOfTheWord() {
        assertThat(folded("Ann's address, Zoë’s 2nd")).containsExactly("ann", "s", "address", "zoe", "s", "2nd");
    }

    @Test
    void numbersThatGoOnBehindAMarkAreToldFromOthers() {
        Words words = Words.of("3.5 and 12 on 10:30");
        assertThat(words.isPartOfNumber(0)).isTrue();
        assertThat(words.isPartOfNumber(3)).isFalse();
        assertThat(words.isPartOfNumber(5)).isTrue();
    }

    private static List<String> folded(String text) {
        Words words = Words.of(text);
        List<String> folded = new ArrayList<>();
        for (int i = 0; i < words.count(); i++) {
            folded.add(words.folded(i));
        }
        return folded;
    }
}
