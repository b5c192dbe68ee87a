package dev.logmill.export.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.export.release.ReleaseDiff.Flip;
import dev.logmill.export.release.ReleaseDiff.Move;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseDiffTest {
    @Test
    void namesWhatWasAddedRemovedMovedAndWhoseLabelFlipped() {
        ReleaseDiff diff = ReleaseDiff.between(
                List.of(row("gone", "train", 0.7), row("moved", "train", 0.7), row("worse", "train", 0.7)),
                List.of(row("worse", "train", 0.4), row("new", "train", 0.9), row("moved", "test", 0.6)),
                Map.of(),
                Map.of());

        assertThat(diff)
                .isEqualTo(new ReleaseDiff(
                        List.of("new"),
                        List.of("gone"),
                        Map.of("moved", new Move("train", "test")),
                        Map.of("worse", new Flip(0.7, 0.4))));
    }

    @Test
    void namesTheFlipOfAnExampleThatIsGoneBecauseOfIt() {
        ReleaseDiff diff = ReleaseDiff.between(
                List.of(row("bad", "train", 0.7), row("capped", "train", 0.7), row("unlabelled", "train", 0.7)),
                List.of(),
                Map.of("pair of bad", 0.2, "pair of capped", 0.8),
                Map.of());

        assertThat(diff.removed()).containsExactly("bad", "capped", "unlabelled");
        assertThat(diff.flipped()).isEqualTo(Map.of("bad", new Flip(0.7, 0.2)));
    }

    @Test
    void namesTheFlipOfAnExampleThatComesBackBecauseOfIt() {
        ReleaseDiff diff = ReleaseDiff.between(
                List.of(),
                List.of(row("back", "train", 0.7), row("found", "train", 0.7), row("new", "train", 0.7)),
                Map.of(),
                Map.of("pair of back", 0.467, "pair of found", 0.8));

        assertThat(diff.added()).containsExactly("back", "found", "new");
        assertThat(diff.flipped()).isEqualTo(Map.of("back", new Flip(0.467, 0.7)));
    }

    @Test
    void oneHalfIsStillGood() {
        assertThat(ReleaseDiff.between(
                                List.of(row("a", "train", 0.5)), List.of(row("a", "train", 0.9)), Map.of(), Map.of())
                        .flipped())
                .isEmpty();
        assertThat(ReleaseDiff.between(
                                List.of(row("a", "train", 0.49)), List.of(row("a", "train", 0.5)), Map.of(), Map.of())
                        .flipped())
                .containsOnlyKeys("a");
    }

    @Test
    void aVersionDoesNotDifferFromItself() {
        List<ReleaseRow> rows = List.of(row("a", "train", 0.7), row("b", "test", 0.3));

        assertThat(ReleaseDiff.between(rows, rows, Map.of(), Map.of()))
                .isEqualTo(new ReleaseDiff(List.of(), List.of(), Map.of(), Map.of()));
    }

    private static ReleaseRow row(String id, String split, double probability) {
        return new ReleaseRow("orders", "v", id, "pair of " + id, split, "group", probability, 1);
    }
}
