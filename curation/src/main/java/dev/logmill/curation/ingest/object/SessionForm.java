package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All lines of an object as one record, an array of them: for logs in which a line means nothing without those before it. A
 * line that is no JSON is told by itself, and the others are read without it; they stand where the first of them does.
 */
public record SessionForm() implements ObjectForm {
    @Override
    public RawPieces pieces(RawObject object, Stored stored, int maxRecordBytes) {
        WatchedFile file = new WatchedFile(stored);
        return new Pieces(
                () -> new Gathered(object, Compression.text(object.name(), file.stream()), maxRecordBytes), file);
    }

    private static final class Gathered implements Pieces.Supply {
        private final RawObject object;
        private final InputStream plain;
        private final int limit;
        private final ArrayNode lines = Json.MAPPER.createArrayNode();
        private final Digest digest = new Digest();
        private final Deque<RawPiece> pieces = new ArrayDeque<>();
        private @Nullable IOException damage;
        private boolean gathered;
        private long begins;

        Gathered(RawObject object, InputStream plain, int limit) {
            this.object = object;
            this.plain = plain;
            this.limit = limit;
        }

        @Override
        public @Nullable RawPiece next() throws IOException {
            if (!gathered) {
                gathered = true;
                gather();
            }
            if (pieces.isEmpty() && damage != null) {
                throw damage;
            }
            return pieces.poll();
        }

        private void gather() {
            long bytes = 0;
            try {
                Lines all = new Lines(plain, limit);
                // What is more than a record may be is not read to its end: it may be any file that somebody looks at.
                for (Lines.Line line = all.next(); line != null && bytes <= limit; line = all.next()) {
                    bytes += line.length();
                    if (bytes <= limit && !line.blank()) {
                        take(line);
                    }
                }
            } catch (IOException broken) {
                // What came before it is still good.
                damage = broken;
            }
            if (bytes > limit) {
                pieces.clear();
                pieces.add(new RawPiece.Broken(
                        1,
                        QuarantineReason.RECORD_TOO_LARGE,
                        "a session of more than %d bytes, which ingest.max-record-bytes allows".formatted(limit),
                        Optional.of(digest.hex())));
            } else if (!lines.isEmpty()) {
                addInOrder(new RawPiece.Whole(
                        new RawRecord(object.source(), object.name(), begins, object.date(), digest.hex(), lines)));
            }
        }

        /** By position: damage behind them stands behind the last. */
        private void addInOrder(RawPiece whole) {
            List<RawPiece> all = new ArrayList<>(pieces);
            all.add(whole);
            all.sort(Comparator.comparingLong(RawPiece::position));
            pieces.clear();
            pieces.addAll(all);
        }

        private void take(Lines.Line line) {
            digest.add(line.bytes());
            try {
                lines.add(Json.parse(line.bytes()));
                begins = lines.size() == 1 ? line.position() : begins;
            } catch (IOException malformed) {
                pieces.add(Malformed.piece(line.position(), line.bytes(), malformed));
            }
        }
    }
}
