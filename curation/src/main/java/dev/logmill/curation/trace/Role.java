package dev.logmill.curation.trace;

/** Who speaks in a message, in OpenAI's words. */
public enum Role {
    SYSTEM,
    DEVELOPER,
    USER,
    ASSISTANT,
    TOOL
}
