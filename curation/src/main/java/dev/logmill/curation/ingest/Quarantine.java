package dev.logmill.curation.ingest;

import dev.logmill.curation.table.Doc;
import java.time.LocalDate;

/** One raw record that could not be read: one row of table {@code quarantine}. */
public record Quarantine(
        @Doc("The source in logmill.yaml") String source,

        @Doc("The object's path below the fixed part of the source's path")
        String object,

        @Doc("The object's etag, so that a rewritten object is told from this one")
        String etag,

        @Doc("Line number from 1, or index from 1 in a JSON array; 0 where not even a first record could be read")
        long position,

        @Doc("JSON Pointer to it within the document at that position, where that holds several; else empty")
        String place,

        @Doc("Why it could not be read") QuarantineReason reason,

        @Doc("Field, type or place that was wrong; never text of the log")
        String detail,

        @Doc("The night") LocalDate night,

        @Doc("The ingest that met it; grows by one an ingest")
        long batch) {}
