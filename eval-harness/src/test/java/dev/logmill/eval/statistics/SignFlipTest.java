package dev.logmill.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exact values with scipy 1.17's permutation_test over samples; the great one with 200,000 draws of it. */
class SignFlipTest {
    private static final List<Double> FORTY = List.of(
            .646, 1.122, .63, -1.003, 1.205, .746, -.237, .881, .665, .594, .328, .847, -.436, .137, -.182, .899, .34,
            .008, -.482, .043, .308, .024, 1.594, 1.307, -2.411, -1.589, .125, -.122, .514, .517, 2.418, -.812, -.078,
            2.343, .947, .963, -.214, -1.348, .467, .409);

    @Test
    void isExactWhereClustersAreFew() {
        assertThat(SignFlip.greater(List.of(.5, .25, -.25, 1., 0., .75), .05)).isEqualTo(.09375);
        assertThat(SignFlip.greater(List.of(1., 0., 2., -1.), .05)).isEqualTo(.375);
        assertThat(SignFlip.less(List.of(-1., -1., -1., -1., -1.), .05)).isEqualTo(1 / 32.);
    }

    @Test
    void drawsWhereClustersAreMany() {
        assertThat(SignFlip.greater(FORTY, .05)).isCloseTo(.02446, within(.005));
        assertThat(SignFlip.greater(Collections.nCopies(200, 1.), .05)).isEqualTo(1 / 5000.);
    }

    @Test
    void drawsOftenEnoughForTheLevelThatIsAsked() {
        assertThat(SignFlip.greater(Collections.nCopies(200, 1.), .0001)).isLessThanOrEqualTo(.0001);
    }

    @Test
    void nothingDifferentProvesNothing() {
        assertThat(SignFlip.greater(Collections.nCopies(100, 0.), .05)).isEqualTo(1);
        assertThat(SignFlip.greater(List.of(), .05)).isEqualTo(1);
    }

    @Test
    void theDrawsAreSeeded() {
        List<Double> reversed = new ArrayList<>(FORTY);
        assertThat(SignFlip.greater(FORTY, .05)).isEqualTo(SignFlip.greater(reversed, .05));
    }
}
