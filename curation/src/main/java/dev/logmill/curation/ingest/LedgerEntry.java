package dev.logmill.curation.ingest;

import dev.logmill.curation.table.Doc;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One raw object read: one row of table {@code ledger}. Every record of the object ended in exactly one state:
 * {@code records = stored + duplicates + quarantined + tombstoned}.
 */
public record LedgerEntry(
        @Doc("The source in logmill.yaml") String source,

        @Doc("The object's path below the fixed part of the source's path, without identifiers")
        String path,

        @Doc("Keyed name of that path as it is: tells the source's objects apart")
        String objectKey,

        @Doc("Changes when the object's content does") String etag,
        @Doc("Size as stored, bytes") long bytes,
        @Doc("The day that the path tells") Optional<LocalDate> date,
        @Doc("Records in it, the unreadable ones included") long records,
        @Doc("Records that brought spans or signals") long stored,
        @Doc("Records that said nothing new") long duplicates,
        @Doc("Records that could not be read") long quarantined,
        @Doc("Records of erased people") long tombstoned,

        @Doc(
                "Digest of dialect, mapping and limits that it was read with; where they change, what could not be read is read again")
        String reading,

        @Doc("The night that read it") LocalDate night,

        @Doc("When it was read; the only wall time in the lake")
        Instant readAt,

        @Doc("The ingest that read it; grows by one with each that found something new")
        long batch) {
    /** Whether every record of the object was known. */
    public boolean saysNothingNew() {
        return duplicates == records;
    }

    /** The same, once some of what could not be read of it was met again in a later version of the object. */
    public LedgerEntry metLater(long again) {
        return new LedgerEntry(
                source,
                path,
                objectKey,
                etag,
                bytes,
                date,
                records,
                stored,
                duplicates + again,
                quarantined - again,
                tombstoned,
                reading,
                night,
                readAt,
                batch);
    }

    /** The whole object's row, where this was but a second look at what {@code before} could not be read. */
    public LedgerEntry after(LedgerEntry before) {
        return new LedgerEntry(
                source,
                path,
                objectKey,
                etag,
                bytes,
                date,
                before.records - before.quarantined + records,
                before.stored + stored,
                before.duplicates + duplicates,
                quarantined,
                before.tombstoned + tombstoned,
                reading,
                night,
                readAt,
                batch);
    }

    /** Whether every record ended in exactly one state. */
    public boolean reconciles() {
        return records == stored + duplicates + quarantined + tombstoned;
    }
}
