package dev.logmill.curation.pair;

import dev.logmill.curation.json.DigestBits;
import dev.logmill.curation.json.DigestSet;
import java.io.Serializable;
import java.util.List;

/** The leak groups of rows, by anchor, as they stand after a night: twenty bytes a key. */
public final class LeakAnchors implements Serializable {
    private final DigestSet keys;
    private final int[] groups;
    private final List<String> anchors;

    /**
     * @param groups of each key, by its place
     * @param anchors of each group
     */
    LeakAnchors(DigestSet keys, int[] groups, List<String> anchors) {
        this.keys = keys;
        this.groups = groups;
        this.anchors = List.copyOf(anchors);
    }

    /** The anchor of the group of a row's person, session and run. */
    public String own(Occurrence row) {
        return anchor(row.ties().get(0));
    }

    /** The anchor of the group of a row's input: that of the row itself, unless the input is a hub. */
    public String input(Occurrence row) {
        return anchor(row.inputKey());
    }

    /** The anchors of the groups of the inputs that a row goes on from, in order, where they are others than its own two. */
    public List<String> history(Occurrence row) {
        List<String> standing = List.of(own(row), input(row));
        return row.historyKeys().stream()
                .map(this::anchor)
                .filter(anchor -> !standing.contains(anchor))
                .distinct()
                .sorted()
                .toList();
    }

    private String anchor(DigestBits key) {
        return anchors.get(groups[
                keys.placeOf(key)
                        .orElseThrow(() -> new IllegalArgumentException("A row that was not taken in has no group"))]);
    }
}
