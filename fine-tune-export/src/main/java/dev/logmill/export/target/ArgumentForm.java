package dev.logmill.export.target;

/** How a target wants the arguments of a tool call. */
public enum ArgumentForm {
    /** A JSON object. */
    OBJECT,
    /** A string that holds a JSON object. */
    STRING
}
