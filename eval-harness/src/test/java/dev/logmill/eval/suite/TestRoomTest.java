package dev.logmill.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TestRoomTest {
    private static final SuitesConfig CONFIG = new SuitesConfig("s", 1, 0.2, 50, 200, 2000, 5, 0.5, 0.35, 20, 0.4);

    private static TestRoom.Group group(String anchor, long pairs, boolean onTest, boolean failing) {
        return new TestRoom.Group(anchor, pairs, pairs, onTest, failing);
    }

    /** Ten groups of ten pairs: two on the test side by lot, eight that fail. */
    private static List<TestRoom.Group> ten() {
        List<TestRoom.Group> groups = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            groups.add(group("g" + i, 10, i < 2, true));
        }
        return groups;
    }

    @Test
    void failuresMoveGroupsOnlyUntilTheTestSideHasItsShare() {
        TestRoom room = TestRoom.of(ten(), CONFIG);
        assertThat(room.movable()).hasSize(2).doesNotContain("g0", "g1");
        assertThat(room.share()).isEqualTo(2.0 / 8);
    }

    @Test
    void whereThereIsRoomEveryFailingSmallGroupMoves() {
        List<TestRoom.Group> groups = new ArrayList<>(ten().subList(0, 4));
        groups.add(group("calm", 100, false, false));
        TestRoom room = TestRoom.of(groups, CONFIG);
        assertThat(room.movable()).containsExactlyInAnyOrder("g2", "g3");
        assertThat(room.share()).isEqualTo(1);
    }

    @Test
    void aLargeGroupNeverMovesAndIsLargeByThePairsOfAllAgents() {
        List<TestRoom.Group> groups = List.of(
                new TestRoom.Group("shared", 1, 21, false, true),
                new TestRoom.Group("small", 1, 20, false, true),
                group("calm", 100, false, false));
        TestRoom room = TestRoom.of(groups, CONFIG);
        assertThat(room.movable()).containsExactly("small");
        assertThat(room.share(21, CONFIG)).isZero();
        assertThat(room.share(20, CONFIG)).isEqualTo(1);
    }

    @Test
    void whichGroupsMoveDependsOnTheSeedAndNotOnTheirOrder() {
        List<TestRoom.Group> turned = new ArrayList<>(ten());
        Collections.reverse(turned);
        Set<String> moved = TestRoom.of(ten(), CONFIG).movable();
        assertThat(TestRoom.of(turned, CONFIG).movable()).isEqualTo(moved);
        Set<Set<String>> bySeed = new HashSet<>();
        for (String seed : List.of("a", "b", "c", "d", "e")) {
            bySeed.add(new TreeSet<>(
                    TestRoom.of(ten(), new SuitesConfig(seed, 1, 0.2, 50, 200, 2000, 5, 0.5, 0.35, 20, 0.4))
                            .movable()));
        }
        assertThat(bySeed).hasSizeGreaterThan(1);
    }

    @Test
    void withoutFailuresNothingMoves() {
        TestRoom room = TestRoom.of(List.of(group("calm", 10, false, false)), CONFIG);
        assertThat(room.movable()).isEmpty();
    }
}
