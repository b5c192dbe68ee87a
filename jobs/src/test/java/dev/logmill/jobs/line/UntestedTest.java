package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.eval.suite.SuitesConfig;
import dev.logmill.eval.suite.TestRoom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom a night tells of that has no suite though it has pairs. */
class UntestedTest {
    private static final SuitesConfig CONFIG = SuitesConfig.defaults();

    private static TestRoom.Group group(String anchor, long pairs, boolean onTest) {
        return new TestRoom.Group(anchor, pairs, pairs, onTest, false);
    }

    private static List<String> warnings(Set<String> withCases, TestRoom.Group... groups) {
        return Untested.warnings(Map.of("desk", List.of(groups)), withCases, CONFIG);
    }

    @Test
    void namesTheAgentWhosePairsAreOneLeakGroup() {
        assertThat(warnings(Set.of(), group("a", 320, false)))
                .singleElement()
                .asString()
                .startsWith(
                        "agent desk has no suite: all 320 pairs are one leak group, which is not on the test side. ");
        assertThat(warnings(Set.of(), group("a", 320, false), group("b", 4, false)))
                .singleElement()
                .asString()
                .contains("its 324 pairs are 2 leak groups, the largest of 320, and none is on the test side");
    }

    @Test
    void isSilentOfAnAgentThatHasACaseAGroupOnTheTestSideOrTooFewPairsForASuite() {
        assertThat(warnings(Set.of("desk"), group("a", 320, false))).isEmpty();
        assertThat(warnings(Set.of(), group("a", 320, false), group("b", 1, true)))
                .isEmpty();
        assertThat(warnings(Set.of(), group("a", CONFIG.minCases() - 1, false))).isEmpty();
    }
}
