package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordsTest {
    private final Keywords keywords = new Keywords(List.of("he", "she", "hers", "his", "a_1"));

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
        List<String> told = new ArrayList<>();
        keywords.find(
                text,
                (word, end) ->
                        told.add(List.of("he", "she", "hers", "his", "a_1").get(word) + end));
        assertThat(String.join(" ", told)).isEqualTo(found);
    }
}
