package dev.logmill.curation.ingest;

import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.table.Doc;
import java.time.LocalDate;

/**
 * One raw record that could not be read: one row of table {@code quarantine}. The same record read again, from whatever
 * object, is a duplicate; what is told of place and time is that of the first. Where
 * the source's reading changes, the rows of an object go and what still cannot be read of it is met anew.
 */
public record Quarantine(
        @Doc("The source in logmill.yaml") String source,

        @Doc("Keyed digest of the record, or of its object where nobody knows where the record ends")
        String recordDigest,

        @Doc("The path of the object that it was first met in, without identifiers")
        String object,

        @Doc("Keyed name of that path as it is") String objectKey,

        @Doc("Line number from 1, or index from 1 in a JSON array; 0 where not even a first record could be read")
        long position,

        @Doc("JSON Pointer to it within the document at that position, where that holds several; else empty")
        String place,

        @Doc("Why it could not be read") QuarantineReason reason,

        @Doc("Field, type or place that was wrong; never text of the log")
        String detail,

        @Doc("The night that first met it") LocalDate night,

        @Doc("The ingest that first met it; grows by one an ingest")
        long batch) {}
