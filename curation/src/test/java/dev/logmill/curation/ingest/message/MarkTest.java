package dev.logmill.curation.ingest.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkTest {
    private static JsonNode word(String word) {
        return TextNode.valueOf(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Correct",
                "accept",
                "accepted",
                "Satisfied",
                "very satisfied",
                "safe",
                "relevant",
                "great",
                "excellent",
                "non-toxic",
                "not toxic",
                "factual",
                "thumbsup",
                ":thumbs_up:",
                ":+1:",
                "\uD83D\uDC4D\uD83C\uDFFD"
            })
    void knowsWhatIsGood(String word) {
        assertThat(Mark.sided(word(word))).contains(1.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Incorrect",
                "wrong",
                "reject",
                "Rejected",
                "dissatisfied",
                "Very Dissatisfied",
                "unsafe",
                "irrelevant",
                "not relevant",
                "poor",
                "toxic",
                "hallucinated",
                ":thumbsdown:",
                "\uD83D\uDC4E\uD83C\uDFFB",
                "-1"
            })
    void knowsWhatIsBad(String word) {
        assertThat(Mark.sided(word(word))).contains(0.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"so so", "neutral", "not", "not_", "very", "medium", "none", ""})
    void saysNothingOfOtherWords(String word) {
        assertThat(Mark.sided(word(word))).isEmpty();
    }

    /** A yes answers the question that the name asks; a word for good or bad is one under any name. */
    @ParameterizedTest
    @CsvSource({
        "hallucination, yes, 0",
        "hallucination, No, 1",
        "is_incorrect, correct, 1",
        "toxicity, toxic, 0",
        "no_hallucination, yes, 1"
    })
    void aYesIsThatOfItsName(String name, String said, double value) {
        assertThat(Mark.sided(name, word(said))).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"user-feedback, 0", "thumb, 0", "user_thumbs, 0", "csat, ", "user_rating, ", "quality, "})
    void minusOneIsADownThumbUnderTheNameOfOne(String name, @Nullable Double value) {
        assertThat(Mark.share(name, DoubleNode.valueOf(-1)).orElse(null)).isEqualTo(value);
    }
}
