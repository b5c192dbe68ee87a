/** Request and response logs: what a gateway or an application writes down of its calls to a model provider. */
@NullMarked
package dev.logmill.curation.ingest.openai;

import org.jspecify.annotations.NullMarked;
