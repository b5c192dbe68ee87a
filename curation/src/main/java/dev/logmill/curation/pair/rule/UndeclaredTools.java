package dev.logmill.curation.pair.rule;

/** What to do with a tool call where the log names no offered tools at all. */
public enum UndeclaredTools {
    /** Trust the call: many logs do not write the tools down. */
    TRUST,
    /** Refuse it: the log always writes them down, so a call without an offer is made up. */
    REFUSE
}
