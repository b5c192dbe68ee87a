package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "order",
                "orders",
                "ordered",
                "ordering",
                "running",
                "making",
                "studies",
                "quickly",
                "kindness",
                "boxes"
            })
    void aWordIsKnownInItsForms(String word) {
        assertThat(EnglishWords.has(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"atenulf", "karanbay", "kubernetes", "s", "ing"})
    void otherWordsAreNot(String word) {
        assertThat(EnglishWords.has(word)).isFalse();
    }
}
