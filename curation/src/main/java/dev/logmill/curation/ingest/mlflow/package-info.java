/**
 * The dialect {@code mlflow}: traces as MLflow hands them out and archives them, with their assessments, and the inference
 * tables of Databricks. What a span says, {@link dev.logmill.curation.ingest.otlp} reads.
 */
@NullMarked
package dev.logmill.curation.ingest.mlflow;

import org.jspecify.annotations.NullMarked;
