package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {
    /** As Newcombe (1998), table I, method 3, has them. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "29, 29, 0.8830, 1.0000"
    })
    void hasTheIntervalOfWilson(int hits, int of, double low, double high) {
        Ratio ratio = new Ratio(hits, of);
        assertThat(ratio.low()).isCloseTo(low, within(0.00005));
        assertThat(ratio.high()).isCloseTo(high, within(0.00005));
    }
}
