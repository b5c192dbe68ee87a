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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aged 7|true",
                "is 7|true",
                "Platz 7|false",
                "order 7|false",
                // As JSON writes a line break before "age"; letters among digits; apostrophes: no plain words.
                "\\nage 7|true",
                "A4 7|true",
                "it's 7|true"
            })
    void aPlainWordTellsWhetherTheNumberBehindItMayBeCalledAnAge(String text, boolean may) {
        Words words = Words.of(text);
        assertThat(words.mayCall(words.count() - 2, Lexicon.CALLS_AGE)).isEqualTo(may);
    }

    @Test
    void whatLettersTellOfAWordIsToldOfItsFirstPartToo() {
        WordForm form = Words.of("Larsson-Smythe").form(0);
        assertThat(form.firstSurname()).isTrue();
        assertThat(form.surname()).isFalse();
        assertThat(Words.of("first_name").form(0).personLabel()).isTrue();
        assertThat(Words.of("Hauptstrasse").form(0).street()).isTrue();
        assertThat(Words.of("strasse").form(0).street()).isFalse();
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
