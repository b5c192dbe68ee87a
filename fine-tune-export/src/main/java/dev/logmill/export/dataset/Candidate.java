package dev.logmill.export.dataset;

import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.pair.Pair;
import java.util.Optional;

/**
 * A pair that could go into a dataset.
 *
 * @param label its latest label
 * @param narrow its agent passed the gates of narrowness
 * @param failed a tool failed at or after it, every time that it was produced
 */
public record Candidate(Pair pair, Optional<Label> label, Standing standing, boolean narrow, boolean failed) {
    /** Whether somebody gave feedback on it. */
    boolean labelled() {
        return label.filter(known -> known.signals() > 0).isPresent();
    }
}
