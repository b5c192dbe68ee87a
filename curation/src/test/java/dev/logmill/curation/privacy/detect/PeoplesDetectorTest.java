package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeoplesDetectorTest {
    private final Found found = new Found(new PeoplesDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He is a German citizen|German",
                "I am Jewish and live here|Jewish",
                "she's muslim|muslim",
                "a Turkish man asked|Turkish",
                "Nationality: Brazilian|Brazilian",
                "Religion: Hindu|Hindu",
                "two Mexican immigrants|Mexican",
                "he was raised Catholic by them|Catholic",
                "they are Republican voters|Republican"
            })
    void whatSomebodyIsIsFound(String text, String people) {
        assertThat(found.in(text)).containsExactly(people);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "translate it into German",
                "a Thai restaurant",
                "the French Revolution",
                "Spanish is spoken here",
                "English text only",
                "this is a conservative estimate",
                "a straight line",
                "German Airways flies there",
                "the liberal arts"
            })
    void languagesFoodAndThingsAreNot(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void underTheKeyOfANationalityTheWholeTextIsOne() {
        assertThat(found.in("Kashubian", "nationality")).containsExactly("Kashubian");
        assertThat(found.in("Kashubian", "language")).isEmpty();
        assertThat(found.in("Asian", "race")).containsExactly("Asian");
        assertThat(found.in("marathon", "race")).isEmpty();
    }
}
