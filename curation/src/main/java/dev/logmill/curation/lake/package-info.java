/** The tables on storage: Delta by its kernel, Parquet by its own library, no Spark. */
@NullMarked
package dev.logmill.curation.lake;

import org.jspecify.annotations.NullMarked;
