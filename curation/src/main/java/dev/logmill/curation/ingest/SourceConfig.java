package dev.logmill.curation.ingest;

import java.io.Serializable;

/**
 * One place that logs come from.
 *
 * @param name what tables and the ledger call it
 * @param pattern where its objects lie
 * @param project the project of records that name none; sources of one project share traces
 * @param dialect reads its records
 */
public record SourceConfig(String name, PathPattern pattern, String project, Dialect dialect) implements Serializable {}
