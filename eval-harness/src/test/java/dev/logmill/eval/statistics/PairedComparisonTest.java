package dev.logmill.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published: airway hyper-responsiveness, 21 children, 1 and 7 discordant (Bentur et al. 2009, as in Fagerland, Lydersen
 * and Laake, BMC Medical Research Methodology 13:91, 2013, and Statistics in Medicine 33, 2014). The others: statsmodels
 * 0.15, and for Tango's interval the score statistic with scipy 1.17's optimisers.
 */
class PairedComparisonTest {
    @ParameterizedTest
    @CsvSource({
        "21, 1, 7, 0.0703125",
        "151, 15, 3, 0.007537841796875",
        "12, 10, 2, 0.03857421875",
        "100, 9, 21, 0.042773945257067694",
        "6, 5, 1, 0.21875",
        "5, 5, 0, 0.0625",
        "6, 6, 0, 0.03125",
        "8, 4, 4, 1",
        "9, 0, 0, 1"
    })
    void mcNemarsExactTestAgreesWithTheReference(int cases, int wins, int losses, double p) {
        PairedComparison comparison = new PairedComparison(cases, wins, losses);
        assertThat(comparison.twoSidedP()).isCloseTo(p, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0, 0, -0.277533, 0.277533",
        "100, 0, 0, -0.036993, 0.036993",
        "20, 0, 1, -0.236131, 0.119181",
        "100, 9, 21, -0.227507, -0.013284",
        "151, 15, 3, 0.027422, 0.140824",
        "44, 1, 0, -0.059393, 0.118077",
        "50, 12, 2, 0.061112, 0.344709"
    })
    void tangosIntervalAgreesWithTheReference(int cases, int wins, int losses, double lower, double upper) {
        Interval interval = Tango.interval(cases, wins, losses, 1.959963984540054);
        assertThat(interval.lower()).isCloseTo(lower, within(6e-5));
        assertThat(interval.upper()).isCloseTo(upper, within(6e-5));
    }

    @Test
    void tangosIntervalIsThePublishedOne() {
        Interval interval = Tango.interval(21, 1, 7, 1.959963984540054);
        assertThat(interval.lower()).isCloseTo(-0.517, within(5e-4));
        assertThat(interval.upper()).isCloseTo(-0.026, within(5e-4));
    }

    @Test
    void noCasesSayNothing() {
        assertThat(Tango.interval(0, 0, 0, 1.96)).isEqualTo(new Interval(-1, 1));
    }

    @Test
    void moreDiscordantCasesThanCasesAreRefused() {
        assertThatThrownBy(() -> new PairedComparison(3, 2, 2)).hasMessageContaining("2 wins and 2 losses");
    }
}
