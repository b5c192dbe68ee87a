package dev.logmill.curation.ingest.object;

import java.util.Optional;
import java.util.function.Function;

/** One piece of a raw object: a record, or something that is none. */
public sealed interface RawPiece {
    /** Line number from 1, or index from 1 within a JSON array. */
    long position();

    /** JSON Pointer to it within the document at its position; empty where it is the document. */
    String place();

    /** A digest of what tells it from others, hex; empty where only the object as a whole does. */
    Optional<String> digest();

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
        public Optional<String> digest() {
            return Optional.of(record.digest());
        }

        @Override
        public <T> T fold(Function<RawRecord, T> whole, Function<Broken, T> broken) {
            return whole.apply(record);
        }
    }

    /**
     * Something that is no record; {@code detail} names place or size, never text.
     *
     * @param digest a digest of its bytes, hex; empty where nobody knows where they end, since the object itself is broken
     */
    record Broken(long position, String place, QuarantineReason reason, String detail, Optional<String> digest)
            implements RawPiece {
        /** A whole document that is none. */
        public Broken(long position, QuarantineReason reason, String detail, Optional<String> digest) {
            this(position, "", reason, detail, digest);
        }

        @Override
        public <T> T fold(Function<RawRecord, T> whole, Function<Broken, T> broken) {
            return broken.apply(this);
        }
    }
}
