package dev.logmill.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The p-values of Benjamini and Hochberg (1995) and others, corrected with statsmodels 0.15. */
class HolmTest {
    @Test
    void agreesWithTheReference() {
        List<Double> adjusted = Holm.adjusted(
                List.of(.001, .008, .039, .041, .042, .06, .074, .205, .212, .216, .222, .251, .269, .275, .34));
        List<Double> expected = List.of(.015, .112, .507, .507, .507, .6, .666, 1., 1., 1., 1., 1., 1., 1., 1.);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(adjusted.get(i)).isCloseTo(expected.get(i), within(1e-12));
        }
    }

    @Test
    void keepsTheOrderOfWhatItIsGiven() {
        assertThat(Holm.adjusted(List.of(.01, .04, .03, .005))).containsExactly(.03, .06, .06, .02);
    }

    @Test
    void oneQuestionIsNotCorrected() {
        assertThat(Holm.adjusted(List.of(.04))).containsExactly(.04);
        assertThat(Holm.adjusted(List.of())).isEmpty();
    }
}
