package dev.logmill.curation.ingest.object;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pieces of one object; the damage that ends it early is its last piece. */
final class Pieces implements Iterator<RawPiece> {
    /** Gives pieces until there are no more. */
    interface Supply {
        @Nullable
        RawPiece next() throws IOException;
    }

    /** Begins to read the object. */
    interface Source {
        Supply open() throws IOException;
    }

    private final Source source;
    private final WatchedStream stored;
    private @Nullable Supply supply;
    private @Nullable RawPiece next;
    private long position;
    private boolean ended;

    Pieces(Source source, WatchedStream stored) {
        this.source = source;
        this.stored = stored;
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

    private @Nullable RawPiece advance() {
        try {
            RawPiece piece = read();
            stored.check();
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
            supply = () -> null;
            return new RawPiece.Broken(
                    position + 1, QuarantineReason.DAMAGED_OBJECT, Damage.detail(broken), Optional.empty());
        }
    }
}
