package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNameTest {
    private final Found found = new Found(new PersonDetector());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lisa Baker",
                "Harry Young",
                "Josh Hall",
                "Maria Page",
                "Peter Fitzgerald Turner",
                "Mark White",
                "Rose Miller"
            })
    void aGivenNameMakesAWordASurname(String name) {
        assertThat(found.in(name)).containsExactly(name);
        assertThat(found.in(name + " will join at nine.")).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Olive Green, Jade Green",
                "Mark Field as required",
                "Mark Brown boxes as fragile",
                "Julia Packages",
                "Max Price",
                "Gene Pool",
                "Stanley Park",
                "We met in Martin Park."
            })
    void wordsThatAreThingsTogetherAreNobody(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
