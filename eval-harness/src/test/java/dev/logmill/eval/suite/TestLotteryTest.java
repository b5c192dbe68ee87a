package dev.logmill.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.logmill.curation.pair.LeakConfig;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.pair.Split;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestLotteryTest {
    private static final LeakConfig CONFIG = new LeakConfig("seed", 0.1, 0.2, 20, 20);
    private static final List<String> TEST = drawn(Side.TEST);
    private static final List<String> TRAIN = drawn(Side.TRAIN);

    private final Map<String, Split> splits = new TreeMap<>();

    /** Anchors whose lot is a side, in order. */
    private static List<String> drawn(Side side) {
        return IntStream.range(1000, 3000)
                .mapToObj(i -> "anchor" + i)
                .filter(anchor -> CONFIG.lot(anchor) == side)
                .toList();
    }

    private void put(String anchor, Side side, Optional<String> into, String cause) {
        LocalDate night = LocalDate.of(2026, 11, 1);
        splits.put(anchor, new Split(anchor, side, into, cause, night, night, 1));
    }

    @Test
    void aGroupIsInByItsOwnLotAndNotBecauseAFailureTookItThere() {
        put(TEST.get(0), Side.TEST, Optional.empty(), "drawn");
        put(TRAIN.get(0), Side.TRAIN, Optional.empty(), "drawn");
        put(TRAIN.get(1), Side.TEST, Optional.empty(), "suite");
        assertThat(TestLottery.groups(splits, CONFIG)).containsExactly(TEST.get(0));
    }

    @Test
    void ofAMergedGroupTheLeastAnchorsLotCounts() {
        String test = TEST.get(5);
        String lesser = TRAIN.get(0);
        String greater = TRAIN.get(TRAIN.size() - 1);
        put(test, Side.TEST, Optional.empty(), "drawn");
        put(greater, Side.TRAIN, Optional.of(test), "merged");
        assertThat(TestLottery.groups(splits, CONFIG)).containsExactly(test);
        put(lesser, Side.TRAIN, Optional.of(test), "merged");
        assertThat(TestLottery.groups(splits, CONFIG)).isEmpty();
    }

    @Test
    void mergedGroupsHaveTheSameProbabilityAsOthers() {
        int in = 0;
        for (int i = 0; i < 5000; i++) {
            splits.clear();
            List<String> members = List.of("a" + i, "b" + i, "c" + i);
            String winner = members.stream()
                    .filter(anchor -> CONFIG.lot(anchor) == Side.TEST)
                    .findFirst()
                    .orElse("a" + i);
            members.forEach(anchor ->
                    put(anchor, CONFIG.lot(anchor), Optional.of(winner).filter(to -> !to.equals(anchor)), "merged"));
            in += TestLottery.groups(splits, CONFIG).size();
        }
        assertThat(in / 5000.0).isCloseTo(0.2, within(0.02));
    }
}
