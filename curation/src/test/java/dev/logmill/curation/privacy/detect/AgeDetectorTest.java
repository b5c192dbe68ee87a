package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeDetectorTest {
    private final Found found = new Found(new AgeDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am 34 years old|34",
                "She's 7 years old and shy|7",
                "a 52-year-old man called|52",
                "the 9 year old girl|9",
                "Age: 41|41",
                "age=19 sex=f|19",
                "my son, aged 12, is ill|12",
                "he turned 101 today|101"
            })
    void theAgeOfSomebodyIsFound(String text, String age) {
        assertThat(found.in(text)).containsExactly(age);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the server is 5 years old",
                "a 12-year-old whisky",
                "max-age=3600",
                "Age: 4000",
                "stage 4 of 9",
                "3.5 years old data",
                "page 12, message 7",
                "I turned it off in 2019"
            })
    void whatIsNobodysAgeIsNot(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
