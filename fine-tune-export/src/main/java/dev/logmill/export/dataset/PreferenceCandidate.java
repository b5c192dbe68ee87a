package dev.logmill.export.dataset;

import dev.logmill.curation.feedback.Preference;
import java.util.Optional;

/**
 * Two answers that could go into a dataset.
 *
 * @param bindingGate the gate of narrowness that its agent did not pass; nothing where it is narrow
 * @param chosen what the latest label says of the chosen answer; absent where a person wrote it, or nobody spoke
 * @param rejected what the latest label says of the rejected answer, where there is one
 */
public record PreferenceCandidate(
        Preference preference,
        Standing standing,
        Optional<String> bindingGate,
        Optional<Double> chosen,
        Optional<Double> rejected) {}
