package dev.logmill.curation.feedback;

/** Where the answer is that a person wanted instead. */
public enum BetterAnswer {
    /** In the signal: its text. */
    WRITTEN,
    /** In the session: the last answer to the same input. */
    ANSWERED_LATER
}
