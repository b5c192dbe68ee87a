package dev.logmill.curation.pair.rule;

import dev.logmill.curation.pair.Attempt;
import dev.logmill.curation.pair.Candidate;

/** Drops a failed attempt that was repeated with success: the repetition says what it should have said. */
record FinalAttempt() implements Rule {
    @Override
    public Decision judge(Candidate candidate) {
        return candidate.attempt() == Attempt.SUPERSEDED
                ? new Decision.Drop(
                        Reason.SUPERSEDED_RETRY,
                        "call %d of %d failed, a later one with the same input answered"
                                .formatted(
                                        candidate.step() + 1,
                                        candidate.run().steps().size()))
                : Decision.KEEP;
    }
}
