package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenDateTest {
    @ParameterizedTest
    @CsvSource({
        "2024-05-20, true",
        "1999/1/2, true",
        "20.05.2024, true",
        "2024 05 20 10, true",
        "2024-05, false",
        "2124-05-20, false",
        "202-555-0143, false",
        "2024-555-20, false",
        "20-05-24, false"
    })
    void isADayInNumbers(String written, boolean date) {
        assertThat(WrittenDate.is(written)).isEqualTo(date);
    }
}
