/** Dialect {@code mapped}: any JSON, read as a mapping in the configuration says. */
@NullMarked
package dev.logmill.curation.ingest.mapped;

import org.jspecify.annotations.NullMarked;
