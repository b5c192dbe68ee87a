package dev.logmill.export.dataset;

/** What becomes of pairs that nobody gave feedback on: nearly all of them. */
public enum Unlabelled {
    /** Judged by what is known of the agent: the label's prior, else the configured one. */
    KEEP,
    DROP
}
