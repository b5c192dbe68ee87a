package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayValueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1973-11-24",
                "1973/11/24",
                "19731124",
                "24.11.1973",
                "24/11/1973",
                "11/24/1973",
                "24NOV1973",
                "24-Nov-1973",
                "November 24th, 1973",
                "24 de noviembre de 1973",
                "24. November 1973",
                "1973-11-24T00:00:00Z"
            })
    void isOneWhateverItIsWrittenAs(String written) {
        assertThat(DayValue.of(written)).isEqualTo("1973-11-24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/04/1973", "24.11.73", "1973", "24.13.1973", "453945600", "05-06-1973"})
    void isAsWrittenWhereNobodyCanTellTheMonth(String written) {
        assertThat(DayValue.of(written)).isEqualTo(written);
    }
}
