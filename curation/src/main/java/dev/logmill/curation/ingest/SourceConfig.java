package dev.logmill.curation.ingest;

import dev.logmill.curation.json.Digest;
import java.io.Serializable;

/**
 * One place that logs come from.
 *
 * @param name what tables and the ledger call it
 * @param pattern where its objects lie
 * @param project the project of records that name none; sources of one project share traces
 * @param dialect reads its records
 */
public record SourceConfig(String name, PathPattern pattern, String project, Dialect dialect) implements Serializable {
    /** A digest of all that decides whether its records can be read, and what they belong to. */
    public String reading(IngestConfig config) {
        return Digest.of(dialect.getClass().getSimpleName(), dialect.settings())
                .add(config.maxRecordBytes())
                .add(project)
                .id();
    }
}
