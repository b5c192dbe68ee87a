package dev.logmill.curation.publish;

/** What came of a draft. */
public sealed interface Publication {
    /** The version that holds its rows. */
    String version();

    /** What that version says of itself. */
    Manifest manifest();

    /** A new version is visible. */
    record Published(String version, Manifest manifest) implements Publication {}

    /** A version that stands has the same rows: nothing was published. */
    record Unchanged(String version, Manifest manifest) implements Publication {}
}
