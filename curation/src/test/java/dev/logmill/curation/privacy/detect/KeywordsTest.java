package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordsTest {
    private static final List<String> WORDS = List.of("he", "she", "hers", "his", "a_1");

    private static String told(List<String> words, String text) {
        Keywords keywords = new Keywords(words);
        List<String> told = new ArrayList<>();
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = keywords.next(state, text.charAt(i));
            if (keywords.isEnd(state)) {
                keywords.tell(text, state, i + 1, (word, end) -> told.add(words.get(word) + end));
            }
        }
        return String.join(" ", told);
    }

    @ParameterizedTest
    @CsvSource({
        "ushers, she4 he4 hers6",
        "HIS, his3",
        "hhe, he3",
        "shis, his4",
        "xA_1x, a_14",
        "h\u00e9he, he4",
        "nothing, ''"
    })
    void findsEachWordWhereItEnds(String text, String found) {
        assertThat(told(WORDS, text)).isEqualTo(found);
    }

    /** A capital behind a small letter begins a word; an underscore parts words. */
    @ParameterizedTest
    @CsvSource({
        "pin, ^pin$3 ^pin3 pin$3 pin3",
        "my PIN: 1, ^pin$6 ^pin6 pin$6 pin6",
        "spinning, pin4",
        "pine, ^pin3 pin3",
        "shopin, pin$6 pin6",
        "cardPinCode, ^pin$7 ^pin7 pin$7 pin7",
        "CARDPIN, pin$7 pin7",
        "x_pin_1, ^pin$5 ^pin5 pin$5 pin5",
        "\u00e9pin, pin$4 pin4"
    })
    void marksSayWhereAWordCounts(String text, String found) {
        assertThat(told(List.of("^pin$", "^pin", "pin$", "pin"), text)).isEqualTo(found);
    }
}
