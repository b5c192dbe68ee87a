package dev.logmill.export.dataset;

import java.util.Optional;

/**
 * What is known of a pair that could go into a dataset, without its text.
 *
 * @param label its latest label
 * @param bindingGate the gate of narrowness that its agent did not pass; nothing where it is narrow
 * @param failed a tool failed at or after it, every time that it was produced
 */
public record DatasetCandidate(
        Standing standing, Optional<Opinion> label, Optional<String> bindingGate, boolean failed) {
    /** Its label, where something speaks for or against it: one of no signals says but what was expected of any answer. */
    Optional<Opinion> opinion() {
        return label.filter(known -> known.signals() > 0);
    }
}
