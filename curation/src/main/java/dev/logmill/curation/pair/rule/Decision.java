package dev.logmill.curation.pair.rule;

import java.util.Optional;

/** What a rule says of a candidate. */
public sealed interface Decision {
    /** Nothing stands against it. */
    Decision KEEP = new Keep();

    /** The refusal, where it is one. */
    Optional<Drop> refusal();

    /** The rule has nothing against the candidate. */
    record Keep() implements Decision {
        @Override
        public Optional<Drop> refusal() {
            return Optional.empty();
        }
    }

    /**
     * The rule does not want the candidate.
     *
     * @param reason why
     * @param measured what was measured, with the limit; numbers, positions and words of our own, never text of the log
     */
    record Drop(Reason reason, String measured) implements Decision {
        @Override
        public Optional<Drop> refusal() {
            return Optional.of(this);
        }
    }
}
