package dev.logmill.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of Newcombe (Statistics in Medicine 17, 857-872, 1998), table I, and edges with statsmodels 0.15. */
class ProportionsTest {
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2527, 0.3676",
        "15, 148, 0.0578, 0.1617",
        "0, 20, 0, 0.1684",
        "1, 29, 0.0009, 0.1776",
        "0, 10, 0, 0.30850",
        "10, 10, 0.69150, 1",
        "84, 151, 0.47330, 0.63703",
        "0, 0, 0, 1"
    })
    void clopperPearsonAgreesWithTheReference(int passed, int of, double exactLower, double exactUpper) {
        Interval exact = Proportions.clopperPearson(passed, of, 0.05);
        assertThat(exact.lower()).isCloseTo(exactLower, within(5.1e-5));
        assertThat(exact.upper()).isCloseTo(exactUpper, within(5.1e-5));
    }
}
