package dev.logmill.curation.ingest;

import java.util.function.Function;

/** One piece of a raw object: a record, or something that is none. */
public sealed interface RawPiece {
    /** Line number from 1, or index from 1 within a JSON array. */
    long position();

    /** JSON Pointer to it within the document at its position; empty where it is the document. */
    String place();

    /** The one of the two that this is. */
    <T> T fold(Function<RawRecord, T> whole, Function<Broken, T> broken);

    /** A record. */
    record Whole(RawRecord record) implements RawPiece {
        @Override
        public long position() {
            return record.position();
        }

        @Override
        public String place() {
            return record.place();
        }

        @Override
        public <T> T fold(Function<RawRecord, T> whole, Function<Broken, T> broken) {
            return whole.apply(record);
        }
    }

    /** Something that is no record; {@code detail} names place or size, never text. */
    record Broken(long position, String place, QuarantineReason reason, String detail) implements RawPiece {
        /** A whole document that is none. */
        public Broken(long position, QuarantineReason reason, String detail) {
            this(position, "", reason, detail);
        }

        @Override
        public <T> T fold(Function<RawRecord, T> whole, Function<Broken, T> broken) {
            return broken.apply(this);
        }
    }
}
