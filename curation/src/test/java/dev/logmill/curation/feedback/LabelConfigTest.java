package dev.logmill.curation.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.SignalChannel;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
