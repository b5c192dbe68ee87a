package dev.logmill.curation.trace;

/** The way a piece of feedback came: what was clicked, typed, done or measured. */
public enum SignalChannel {
    THUMB,
    RATING,
    /** The text that the answer should have been. */
    CORRECTION,
    /** The same input was asked again for another answer. */
    REGENERATION,
    /** The person asked again in other words. */
    REPHRASE,
    ABANDONMENT,
    COPY,
    TOOL_ERROR,
    /** How the task came out: a reward, a solved flag, an escalation. */
    OUTCOME,
    REVIEWER,
    JUDGE
}
