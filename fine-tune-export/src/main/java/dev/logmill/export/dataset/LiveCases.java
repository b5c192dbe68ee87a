package dev.logmill.export.dataset;

import java.io.Serializable;
import java.util.Set;

/**
 * What every live suite asks: nothing of it may be trained on.
 *
 * @param inputIds inputs of its cases
 * @param leakGroups leak groups of its cases, by their present anchors
 */
public record LiveCases(Set<String> inputIds, Set<String> leakGroups) implements Serializable {
    public LiveCases {
        inputIds = Set.copyOf(inputIds);
        leakGroups = Set.copyOf(leakGroups);
    }

    /** No suite is live. */
    public static LiveCases none() {
        return new LiveCases(Set.of(), Set.of());
    }
}
