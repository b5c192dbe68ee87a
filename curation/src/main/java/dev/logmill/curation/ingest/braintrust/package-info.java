/** The dialect {@code braintrust}: rows of Braintrust's span export, and the events that its SDKs send, with their merges. */
@NullMarked
package dev.logmill.curation.ingest.braintrust;

import org.jspecify.annotations.NullMarked;
