package dev.logmill.curation.publish;

/** What came of a draft. */
public sealed interface Publication {
    /** The version that readers see now. */
    String version();

    /** A new version is visible. */
    record Published(String version, Manifest manifest) implements Publication {}

    /** The rows are those of the parent: nothing was published. */
    record Unchanged(String version) implements Publication {}
}
