package dev.logmill.export.dataset;

import dev.logmill.curation.feedback.Preference;
import java.util.Optional;

/**
 * Two answers that could go into a dataset.
 *
 * @param bindingGate the gate of narrowness that its agent did not pass; nothing where it is narrow
 */
public record PreferenceCandidate(Preference preference, Standing standing, Optional<String> bindingGate) {}
