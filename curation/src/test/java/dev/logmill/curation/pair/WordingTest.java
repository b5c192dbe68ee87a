package dev.logmill.curation.pair;

import static dev.logmill.curation.SampleSpans.assistant;
import static dev.logmill.curation.SampleSpans.call;
import static dev.logmill.curation.SampleSpans.calling;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    private static final String LOST = "Write to <EMAIL_k3f7q>: it is lost.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write to <EMAIL_k3f7q>: it is lost.",
                " Write to  <EMAIL_k3f7q>:\nit is lost.\n",
                "Write to <EMAIL_abcde>: it is lost."
            })
    void isThatOfTheSameWordsInOtherSpaceAndUnderOtherMarks(String text) {
        assertThat(Wording.of(text)).isEqualTo(Wording.of(assistant(LOST)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write to <PHONE_k3f7q>: it is lost.",
                "Write to <EMAIL_k3f7q>: it is lost",
                "Write to <EMAIL_k3f7q>: it is Lost.",
                "Write to<EMAIL_k3f7q>: it is lost.",
                ""
            })
    void isAnotherOneOfOtherWords(String text) {
        assertThat(Wording.of(text)).isNotEqualTo(Wording.of(assistant(LOST)));
    }

    @Test
    void tellsCallsApartFromEachOtherAndFromNone() {
        assertThat(Wording.of(calling(call("c0", "lookup", "{\"order\":7}"))))
                .isNotEqualTo(Wording.of(calling(call("c0", "lookup", "{\"order\":8}"))))
                .isNotEqualTo(Wording.of(""))
                .isEqualTo(Wording.of(calling(call("c0", "lookup", "{\"order\":7}"))));
    }
}
