/** Streamed answers put together again: from chunks or events to the body that the unstreamed answer would have been. */
@NullMarked
package dev.logmill.curation.ingest.stream;

import org.jspecify.annotations.NullMarked;
