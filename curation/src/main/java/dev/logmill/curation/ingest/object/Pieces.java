package dev.logmill.curation.ingest.object;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pieces of one object; the damage that ends it early is its last piece. */
final class Pieces implements RawPieces {
    /** Gives pieces until there are no more. */
    interface Supply extends Closeable {
        @Nullable
        RawPiece next() throws IOException;

        @Override
        default void close() throws IOException {}
    }

    /** Begins to read the object. */
    interface Source {
        Supply open() throws IOException;
    }

    private final Source source;
    private final Watch storage;
    private @Nullable Supply supply;
    private @Nullable RawPiece next;
    private long position;
    private boolean ended;

    Pieces(Source source, Watch storage) {
        this.source = source;
        this.storage = storage;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = advance();
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public RawPiece next() {
        RawPiece piece = hasNext() ? next : null;
        if (piece == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return piece;
    }

    @Override
    public void close() throws IOException {
        ended = true;
        try (storage) {
            if (supply != null) {
                supply.close();
            }
        }
    }

    private @Nullable RawPiece advance() {
        try {
            RawPiece piece = read();
            storage.check();
            position = piece == null ? position : piece.position();
            return piece;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private @Nullable RawPiece read() throws IOException {
        try {
            if (supply == null) {
                supply = source.open();
            }
            return supply.next();
        } catch (IOException broken) {
            storage.check();
            supply = () -> null;
            return new RawPiece.Broken(
                    position + 1, QuarantineReason.DAMAGED_OBJECT, Damage.detail(broken), Optional.empty());
        }
    }
}
