package dev.logmill.jobs.line;

import dev.logmill.curation.ingest.Quarantine;

/** What tells a record that cannot be read from others. */
record BrokenKey(String source, String recordDigest) {
    String key() {
        return "broken|" + source + "|" + recordDigest;
    }

    static String key(Quarantine row) {
        return new BrokenKey(row.source(), row.recordDigest()).key();
    }
}
