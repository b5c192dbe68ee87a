package dev.logmill.curation.pair.rule;

import dev.logmill.curation.pair.Candidate;
import dev.logmill.curation.trace.Fidelity;

/**
 * Drops answers that rest on what the provider's own tools (a web search, its code runner) brought while it answered: that is
 * in the answer and not in the input, and who learns it learns to answer without looking.
 */
record FromItsInput() implements Rule {
    @Override
    public Decision judge(Candidate candidate) {
        return candidate.fidelity().contains(Fidelity.PROVIDER_TOOLS)
                ? new Decision.Drop(Reason.PROVIDER_TOOLS, "the provider ran tools while it answered")
                : Decision.KEEP;
    }
}
