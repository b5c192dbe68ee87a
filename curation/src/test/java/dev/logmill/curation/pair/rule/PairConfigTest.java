package dev.logmill.curation.pair.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairConfigTest {
    @Test
    void hasNoProblemByDefault() {
        assertThat(PairConfig.defaults().problems("pairs.")).isEmpty();
    }

    @Test
    void tellsAllProblemsAtOnceEachWithItsKey() {
        PairConfig config = new PairConfig(List.of(Rules.PARSEABLE, Rules.PARSEABLE), UndeclaredTools.TRUST, 0);

        assertThat(config.problems("pairs."))
                .containsExactly(
                        "pairs.rules must contain complete: a pair without an answer is none",
                        "pairs.rules must name each rule once",
                        "pairs.schemas-cached must be in [1, 100000], was 0");
    }
}
