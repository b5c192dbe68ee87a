package dev.logmill.export.dataset;

import dev.logmill.curation.feedback.Preference;

/**
 * Two answers that could go into a dataset.
 *
 * @param narrow the agent passed the gates of narrowness
 */
public record PreferenceCandidate(Preference preference, Standing standing, boolean narrow) {}
