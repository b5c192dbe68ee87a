/** Formats that dialect {@code mapped} knows by name. */
@NullMarked
package dev.logmill.curation.ingest.preset;

import org.jspecify.annotations.NullMarked;
