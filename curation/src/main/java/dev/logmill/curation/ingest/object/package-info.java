/** Objects as storage holds them, cut into records: lines, documents, rows, messages. What is in a record, a dialect knows. */
@NullMarked
package dev.logmill.curation.ingest.object;

import org.jspecify.annotations.NullMarked;
