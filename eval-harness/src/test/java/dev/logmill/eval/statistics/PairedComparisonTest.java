package dev.logmill.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors computed with reference implementations. */
class PairedComparisonTest {
    @ParameterizedTest
    @CsvSource({
        "151, 15, 3, 0.0075378418",
        "12, 10, 2, 0.0385742188",
        "6, 5, 1, 0.21875",
        "5, 5, 0, 0.0625",
        "6, 6, 0, 0.03125"
    })
    void mcNemarsExactTestAgreesWithTheReference(int cases, int wins, int losses, double p) {
        assertThat(new PairedComparison(cases, wins, losses).twoSidedP()).isCloseTo(p, within(1e-9));
    }

    @Test
    void theMidPLeavesOutHalfOfTheSplitItself() {
        assertThat(new PairedComparison(151, 15, 3).midP()).isCloseTo(0.0044250488, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0, 0, -0.2775, 0.2775",
        "100, 0, 0, -0.0370, 0.0370",
        "20, 0, 1, -0.2361, 0.1192",
        "100, 9, 21, -0.2275, -0.0133",
        "151, 15, 3, 0.0274, 0.1408"
    })
    void tangosIntervalAgreesWithTheReference(int cases, int wins, int losses, double lower, double upper) {
        Interval interval = new PairedComparison(cases, wins, losses).tango(1.959963984540054);
        assertThat(interval.lower()).isCloseTo(lower, within(6e-5));
        assertThat(interval.upper()).isCloseTo(upper, within(6e-5));
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 0, 0.2775327999", "84, 151, 0.4766287559, 0.6331609614"})
    void wilsonsIntervalAgreesWithTheReference(int passed, int of, double lower, double upper) {
        Interval interval = Proportions.wilson(passed, of, 1.959963984540054);
        assertThat(interval.lower()).isCloseTo(lower, within(1e-9));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-9));
    }

    @Test
    void clopperAndPearsonAgreeWithTheReference() {
        assertThat(Proportions.clopperPearson(0, 10, 0.05).upper()).isCloseTo(0.3084971078, within(1e-9));
    }

    @Test
    void theClusteredErrorIsNeverLessThanThePlainOne() {
        List<WeightedDifference.Observation> balanced = List.of(
                new WeightedDifference.Observation(1, 0.5, "a"),
                new WeightedDifference.Observation(-1, 0.5, "a"),
                new WeightedDifference.Observation(1, 0.5, "b"),
                new WeightedDifference.Observation(-1, 0.5, "b"));
        WeightedDifference weighted = WeightedDifference.of((Collection<WeightedDifference.Observation>) balanced);
        assertThat(weighted.estimate()).isZero();
        assertThat(weighted.standardError()).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.02, 1955", "0.1, 0.05, 307", "0.2, 0.05, 621", "0.3, 0.1, 228"})
    void casesNeededAgreeWithTheReference(double discordant, double difference, long cases) {
        assertThat(Power.casesNeeded(discordant, difference, 0.05, 0.8)).isEqualTo(cases);
    }
}
