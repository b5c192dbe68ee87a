package dev.logmill.curation.pair.rule;

import dev.logmill.curation.pair.Candidate;
import dev.logmill.curation.trace.Fidelity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Drops what was cut, by the model's limit, by the logger or by a stream that broke off. */
record NotTruncated() implements Rule {
    private static final List<Fidelity> CUTS =
            List.of(Fidelity.TRUNCATED_INPUT, Fidelity.TRUNCATED_OUTPUT, Fidelity.PARTIAL_STREAM);

    @Override
    public Decision judge(Candidate candidate) {
        Optional<String> word = FinishReason.cut(candidate);
        if (word.isPresent()) {
            return new Decision.Drop(Reason.TRUNCATED, "finish reason " + word.get());
        }
        return CUTS.stream()
                .filter(candidate.fidelity()::contains)
                .findFirst()
                .<Decision>map(
                        flag -> new Decision.Drop(Reason.TRUNCATED, flag.name().toLowerCase(Locale.ROOT)))
                .orElse(Decision.KEEP);
    }
}
