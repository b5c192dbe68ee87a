package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
    @ParameterizedTest
    @ValueSource(strings = {"given-names.txt", "surnames.txt", "places.txt"})
    void everyListSaysItsSourceAndIsFoldedAndInOrder(String name) throws IOException {
        List<String> lines;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Lexicon.class.getResourceAsStream(name)), StandardCharsets.UTF_8))) {
            lines = in.lines().toList();
        }
        assertThat(lines).anyMatch(line -> line.startsWith("# Source"));
        List<String> words = lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replace("*", ""))
                .toList();
        assertThat(words).hasSizeGreaterThan(5000).isSorted().doesNotHaveDuplicates();
        assertThat(words).allMatch(word -> word.matches("[a-z' ]+"));
    }

    @Test
    void whatIsAlsoAWordIsTold() {
        assertThat(Lexicon.is("nicole", Lexicon.GIVEN)).isTrue();
        assertThat(Lexicon.is("grace", Lexicon.GIVEN)).isFalse();
        assertThat(Lexicon.is("grace", Lexicon.GIVEN_OR_WORD)).isTrue();
        assertThat(Lexicon.is("new", Lexicon.PLACE_BEGINS)).isTrue();
    }
}
