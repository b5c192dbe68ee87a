package dev.logmill.curation.pair;

/** What became of a call among the calls of its run that sent the same input. */
public enum Attempt {
    /** Nothing else in the run sent this input. */
    ONLY,
    /** It failed, and the same input was sent again with success: a retry stands in its place. */
    SUPERSEDED,
    /** It answered, or nothing later did, and the same input was sent again: the worse side of a preference, perhaps. */
    RETRIED,
    /** The last of several. */
    LAST
}
