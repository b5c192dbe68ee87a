/** Dialect {@code otlp-json}: spans of OpenTelemetry in any of their carriers, and the attribute dialects inside them. */
@NullMarked
package dev.logmill.curation.ingest.otlp;

import org.jspecify.annotations.NullMarked;
