package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.util.Optional;

/** The chunks of a streamed answer of which more may come: one record, at the place of the first. */
final class OpenStream {
    private final RawPiece first;
    private final int maxRecordBytes;
    private final ArrayNode chunks = Json.MAPPER.createArrayNode();
    private final Digest digest;
    private long length;
    private long lastLine;

    OpenStream(RawPiece first, JsonNode chunk, long line, int maxRecordBytes) {
        this.first = first;
        this.maxRecordBytes = maxRecordBytes;
        this.digest = Digest.of("streamed", first.digest().orElse(""));
        this.lastLine = line;
        chunks.add(chunk);
    }

    /** Takes a chunk; of a stream that is too long it is only measured. */
    void add(RawPiece piece, JsonNode chunk, long line) {
        lastLine = line;
        length += chunk.toString().length();
        digest.add(piece.digest().orElse(""));
        if (length < maxRecordBytes) {
            chunks.add(chunk);
        }
    }

    /** The line of its last chunk. */
    long lastLine() {
        return lastLine;
    }

    /** How much of it is kept. */
    long kept() {
        return Math.min(length, maxRecordBytes);
    }

    RawPiece whole() {
        String hex = digest.hex();
        if (length >= maxRecordBytes) {
            return new RawPiece.Broken(
                    first.position(),
                    QuarantineReason.RECORD_TOO_LARGE,
                    "lines of %d bytes that are one streamed answer, more than %d".formatted(length, maxRecordBytes),
                    Optional.of(hex));
        }
        return first.fold(
                record -> new RawPiece.Whole(
                        new RawRecord(record.source(), record.object(), record.position(), record.date(), hex, chunks)),
                broken -> broken);
    }
}
