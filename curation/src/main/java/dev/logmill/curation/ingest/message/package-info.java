/** The one message normaliser: what providers call messages, items and blocks, in one form. */
@NullMarked
package dev.logmill.curation.ingest.message;

import org.jspecify.annotations.NullMarked;
