package dev.logmill.jobs.line;

import java.io.Serializable;

/**
 * How records ended; counts of different parts add up.
 *
 * @param again of the duplicates, those that cannot be read: the quarantine has the same record from elsewhere
 * @param tombstoned that are of somebody who was erased
 * @param undecided spans that came in two versions of one time, of which nothing says which is the newer one
 */
record RecordCounts(long stored, long duplicates, long quarantined, long again, long undecided, long tombstoned)
        implements Serializable {
    static final RecordCounts NONE = new RecordCounts(0, 0, 0, 0, 0, 0);
    static final RecordCounts STORED = new RecordCounts(1, 0, 0, 0, 0, 0);
    static final RecordCounts DUPLICATE = new RecordCounts(0, 1, 0, 0, 0, 0);
    static final RecordCounts UNREADABLE_AGAIN = new RecordCounts(0, 1, 0, 1, 0, 0);
    static final RecordCounts QUARANTINED = new RecordCounts(0, 0, 1, 0, 0, 0);
    static final RecordCounts UNDECIDED = new RecordCounts(0, 0, 0, 0, 1, 0);

    static RecordCounts tombstoned(long records) {
        return new RecordCounts(0, 0, 0, 0, 0, records);
    }

    RecordCounts plus(RecordCounts other) {
        return new RecordCounts(
                stored + other.stored,
                duplicates + other.duplicates,
                quarantined + other.quarantined,
                again + other.again,
                undecided + other.undecided,
                tombstoned + other.tombstoned);
    }
}
