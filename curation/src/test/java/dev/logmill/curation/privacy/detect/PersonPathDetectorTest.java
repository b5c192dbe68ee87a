package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonPathDetectorTest {
    private final Found found = new Found(new PersonPathDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"GET /users/jane.roe/orders/12 200 | jane.roe", "/members/anna-novak | anna-novak"})
    void finds(String text, String name) {
        assertThat(found.in(text)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users/12",
                "/users/me/orders",
                "/users/profile/settings",
                "/users/anna.py",
                "/users/anna.novak@example.org"
            })
    void leavesOtherWords(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
