package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MentionsTest {
    @ParameterizedTest
    @CsvSource({
        "My Passport and visa, CALLED_ID, passport11 visa20",
        "born in May, BIRTH, born4",
        "password=x api_key=y, SECRET, pass4 password8 api_key18 key18",
        "nothing at all, SECRET, ''"
    })
    void tellsTheWordsOfATopicAndWhereTheyEnd(String text, Topic topic, String found) {
        Mentions.Places places = Scan.of(text).mentions().of(topic);
        String told = IntStream.range(0, places.count())
                .mapToObj(i -> topic.parts().get(places.word(i)) + places.end(i))
                .collect(Collectors.joining(" "));
        assertThat(told).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"0, 8, true", "8, 8, false", "7, 8, true", "0, 7, false", "8, 25, true", "25, 90, false"})
    void tellsWhetherOneEndsBetweenTwoPlaces(int behind, int last, boolean any) {
        Mentions.Places places = Scan.of("passport of me, passport").mentions().of(Topic.CALLED_ID);
        assertThat(places.anyBetween(behind, last)).isEqualTo(any);
    }

    @ParameterizedTest
    @EnumSource(CalledId.class)
    void whateverAnIdIsCalledIsAMention(CalledId id) {
        assertAreMentions(id);
    }

    @ParameterizedTest
    @EnumSource(IssuedId.class)
    void whateverAnIssuedIdIsCalledIsAMention(IssuedId id) {
        assertAreMentions(id);
    }

    private static void assertAreMentions(CalledSearch.Kind id) {
        for (String phrase : id.words()) {
            assertThat(Scan.of(phrase + " ").mentions().of(Topic.CALLED_ID).count())
                    .as(phrase)
                    .isPositive();
        }
    }

    @Test
    void aListThatHasAWordTwiceIsRefused() {
        assertThatThrownBy(() -> Phrases.of("one|two|one")).hasMessage("The list has one twice");
    }

    @Test
    void aListHasItsWordsAndNoOthers() {
        assertThat(Phrases.of("one|two|three"))
                .hasSize(3)
                .contains("one", "two", "three")
                .doesNotContain("four");
        assertThat(Phrases.of("one|two|three").contains("four")).isFalse();
    }
}
