package dev.logmill.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerTest {
    @ParameterizedTest
    @CsvSource({"0.1, 0.02, 1955", "0.1, 0.05, 307", "0.2, 0.05, 621", "0.3, 0.1, 228"})
    void casesNeededAgreeWithTheReference(double discordant, double difference, long cases) {
        assertThat(Power.casesNeeded(discordant, difference, 0.05, 0.8)).isEqualTo(cases);
    }

    @ParameterizedTest
    @CsvSource({"0.01, 0.2", "0.1, 0", "0.1, -0.05", "1.1, 0.5", "NaN, 0.1"})
    void aDifferenceThatCannotBeIsRefused(double discordant, double difference) {
        assertThatThrownBy(() -> Power.casesNeeded(discordant, difference, 0.05, 0.8))
                .hasMessageContaining("does not fit a share of " + discordant);
    }

    @Test
    void whatAOneSidedTestDetectsAgreesWithTheReference() {
        assertThat(Power.minimumDetectable(1, 0.05, 0.8)).isCloseTo(2.486475, within(1e-6));
    }
}
