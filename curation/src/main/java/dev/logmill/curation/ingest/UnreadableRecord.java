package dev.logmill.curation.ingest;

import dev.logmill.curation.ingest.object.QuarantineReason;

/** A record that a dialect cannot read; becomes a quarantine row, never a failed night. */
public final class UnreadableRecord extends Exception {
    private final QuarantineReason reason;

    /** The reason, and a detail that names field and type but never repeats text of the log. */
    public UnreadableRecord(QuarantineReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** The same, once it is known where it stands. */
    public UnreadableRecord at(String place) {
        return new UnreadableRecord(reason, place + getMessage());
    }

    public QuarantineReason reason() {
        return reason;
    }

    /** The same, as a value. */
    public Reading.Unreadable reading() {
        return new Reading.Unreadable(reason, String.valueOf(getMessage()));
    }
}
