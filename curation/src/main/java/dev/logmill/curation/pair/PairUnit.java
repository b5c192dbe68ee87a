package dev.logmill.curation.pair;

/** What a pair pairs. */
public enum PairUnit {
    /** A run's input and its final answer. */
    JOB,
    /** The exact messages and tools sent to a model, and the assistant message that came back. */
    STEP
}
