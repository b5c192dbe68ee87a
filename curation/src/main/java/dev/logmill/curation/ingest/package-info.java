/** From raw objects to spans and signals: records are split, read by a dialect, redacted, and every one is accounted for. */
@NullMarked
package dev.logmill.curation.ingest;

import org.jspecify.annotations.NullMarked;
