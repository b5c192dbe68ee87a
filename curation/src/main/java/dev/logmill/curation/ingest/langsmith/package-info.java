/**
 * The dialect {@code langsmith}: runs as LangSmith's bulk export, its API and its SDK write them, and feedback records.
 */
@NullMarked
package dev.logmill.curation.ingest.langsmith;

import org.jspecify.annotations.NullMarked;
