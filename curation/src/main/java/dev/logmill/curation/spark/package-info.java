/** Spark's rim: tables as distributed records, and records as files of tables. Nothing decides here. */
@NullMarked
package dev.logmill.curation.spark;

import org.jspecify.annotations.NullMarked;
