package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstNamesTest {
    private final Found found = new Found(new PersonDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Ruth Ellen Collins called about it.;Ruth Ellen Collins",
                "David Paul Sanders signed the lease.;David Paul Sanders",
                "Helen Rose Foster's order;Helen Rose Foster",
                "1|Helen Marie Brown;Helen Marie Brown",
                "Rosa del Carmen Ortiz signed it.;Rosa del Carmen Ortiz"
            })
    void allGivenNamesAreAPartOfTheName(String text, String name) {
        assertThat(found.in(text)).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"Will Anna Collins's order come?;Anna Collins", "Mark Anna Collins's order as paid.;Anna Collins"})
    void aVerbThatBeginsASentenceIsNone(String text, String name) {
        assertThat(found.in(text)).containsExactly(name);
    }
}
