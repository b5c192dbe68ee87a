/**
 * The dialect {@code langfuse}: what Langfuse exports to object storage, what its API answers, and the events in the bucket
 * of a self-hosted Langfuse.
 */
@NullMarked
package dev.logmill.curation.ingest.langfuse;

import org.jspecify.annotations.NullMarked;
