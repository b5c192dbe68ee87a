package dev.logmill.curation.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.SignalChannel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelConfigTest {
    @Test
    void hasNoProblemByDefault() {
        assertThat(LabelConfig.defaults().problems("labels.")).isEmpty();
    }

    @Test
    void keepsTheWeightOfAChannelThatIsNotNamed() {
        LabelConfig config = new LabelConfig(0.7, 2, 5, 0.3, Map.of("tool-error", 2.5));

        assertThat(config.weight(SignalChannel.TOOL_ERROR)).isEqualTo(2.5);
        assertThat(config.weight(SignalChannel.THUMB))
                .isEqualTo(LabelConfig.defaults().weight(SignalChannel.THUMB));
    }

    /** Of a pair that nothing else is known of, after one signal that speaks against it. */
    @ParameterizedTest
    @CsvSource({
        "REGENERATION, 0.0, 0.5",
        "TOOL_ERROR, 0.0, 0.5",
        "THUMB, 0.0, 0.5",
        "CORRECTION, 0.0, 0.5",
        "ABANDONMENT, 0.5, 0.6",
        "REPHRASE, 0.5, 0.6",
        "JUDGE, 0.5, 0.6"
    })
    void leavesAnAnswerWhereItsChannelMeans(SignalChannel channel, double least, double below) {
        LabelConfig config = LabelConfig.defaults();
        Evidence against = new Evidence(channel, Optional.empty(), "r", 0, config.weight(channel));

        assertThat(new Labeller(config)
                        .label("p", "a", List.of(against), 1, Optional.empty(), LocalDate.EPOCH, 1)
                        .probability())
                .isGreaterThanOrEqualTo(least)
                .isLessThan(below);
    }

    @Test
    void tellsAllProblemsAtOnceEachWithItsKey() {
        LabelConfig config = new LabelConfig(
                1, Double.POSITIVE_INFINITY, 0, Double.NaN, Map.of("thumbs", 1.0, "copy", Double.POSITIVE_INFINITY));

        assertThat(config.problems("labels."))
                .extracting(problem -> problem.substring(0, problem.indexOf(' ')))
                .containsExactly(
                        "labels.prior-mean",
                        "labels.prior-strength",
                        "labels.per-subject",
                        "labels.credit",
                        "labels.weights.copy",
                        "labels.weights.thumbs");
    }
}
