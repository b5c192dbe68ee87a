package dev.logmill.curation.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.trace.SignalChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppraisedTest {
    private static JsonNode text(@Nullable String label) {
        return label == null ? MissingNode.getInstance() : TextNode.valueOf(label);
    }

    private static JsonNode number(@Nullable Double score) {
        return score == null ? MissingNode.getInstance() : DoubleNode.valueOf(score);
    }

    @ParameterizedTest
    @CsvSource({
        "correctness, 0.75, , 0.75",
        "hallucination, 1, , 0",
        "hallucination, 1, hallucinated, 0",
        "hallucination, , yes, 0",
        "hallucination, 0, factual, 1",
        "quality, 7, , ",
        "quality, 7, good, 1",
        "quality, 0.3, pass, 0.3",
        "quality, 0.8, fail, 0.8",
        "quality, 1, fail, 0",
        "relevance, 0.75, relevant, 0.75",
        "relevance, 0.1, relevant, 0.1",
        "relevance, 0.25, irrelevant, 0.25",
        "relevance, 0, relevant, 1",
        "relevance, 4, relevant, 1",
        "answer, 0.9, hallucinated, 0",
        "toxicity, 0.9, pass, 1",
        "quality, , so so, ",
        "thumb, , thumbs-down, 0",
        "user_thumbs, -1, , 0",
        "user_rating, -1, , ",
        "moderation_metric, 1, , 0",
        "has_pii, 1, , 0",
        "is_spam, , true, 0",
        "non_toxic, 1, , 1",
        "harmlessness, 0.75, , 0.75",
        "toxicity, 0.25, , 0.75",
        "review, , not relevant, 0"
    })
    void isGoodOrBadWhereThatCanBeTold(
            String name, @Nullable Double score, @Nullable String label, @Nullable Double value) {
        assertThat(Appraised.value(name, number(score), text(label)).orElse(null))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "HUMAN, thumbs_up, THUMB",
        "HUMAN, correct, REVIEWER",
        "LLM, thumbs_up, JUDGE",
        "CODE, , JUDGE",
        "'', , JUDGE"
    })
    void comesFromAPersonOrAJudge(String annotator, @Nullable String label, SignalChannel channel) {
        assertThat(Appraised.channel(annotator, text(label))).isEqualTo(channel);
    }
}
