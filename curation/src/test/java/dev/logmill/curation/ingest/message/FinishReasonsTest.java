package dev.logmill.curation.ingest.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinishReasonsTest {
    @ParameterizedTest
    @CsvSource({
        "FinishReason.LENGTH, length",
        "FinishReason.STOP, stop",
        "FinishReason.TOOL_CALLS, tool_calls",
        "FinishReason.CONTENT_FILTER, content_filter",
        "FinishReason.MAX_TOKENS, length",
        "finish_reason.length, length",
        "finishReason.tool-calls, tool_calls",
        "StopReason.END_TURN, stop",
        "ChatFinishReason.Length, length",
        "CompletionsFinishReason.TOKEN_LIMIT_REACHED, length",
        "google.genai.types.FinishReason.SAFETY, content_filter",
        "<FinishReason.MAX_TOKENS: 2>, length",
        "FinishReason.OTHER, other",
        "MAX_TOKENS, length",
        "end_turn, stop",
        "eos, stop",
        "eos_token, stop",
        "Other, Other",
        "Some.LENGTH, Some.LENGTH"
    })
    void aMemberOfAnEnumIsReadAsItsWord(String word, String normalised) {
        assertThat(FinishReasons.normalised(word)).isEqualTo(normalised);
    }
}
