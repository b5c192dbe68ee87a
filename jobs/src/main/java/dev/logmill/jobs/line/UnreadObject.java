package dev.logmill.jobs.line;

import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.ingest.object.RawObject;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * An object that a night has to read, or to look at again.
 *
 * @param before what the ledger says of it, where it was read but some of it could not be
 * @param wanted the records that could not be; none where all of them are to be read
 */
record UnreadObject(RawObject object, Optional<LedgerEntry> before, List<Place> wanted) {
    /** Where a record lies in its object: at a position, and at a place in the document there. */
    record Place(long position, String place) implements Serializable {}

    UnreadObject {
        wanted = List.copyOf(wanted);
    }

    /** An object that nobody has read. */
    static UnreadObject fresh(RawObject object) {
        return new UnreadObject(object, Optional.empty(), List.of());
    }
}
