package dev.logmill.curation.trace;

/** How an operation ended, as its log says. */
public enum Status {
    OK,
    ERROR,
    /** The log does not say. */
    UNSET
}
