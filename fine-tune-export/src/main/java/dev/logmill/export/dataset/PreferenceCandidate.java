package dev.logmill.export.dataset;

import dev.logmill.curation.feedback.Preference;
import java.util.Optional;

/**
 * Two answers that could go into a dataset.
 *
 * @param narrow the agent passed the gates of narrowness
 * @param chosen what the latest label says of the chosen answer; absent where a person wrote it, or nobody spoke
 * @param rejected what the latest label says of the rejected answer, where there is one
 */
public record PreferenceCandidate(
        Preference preference, Standing standing, boolean narrow, Optional<Double> chosen, Optional<Double> rejected) {}
