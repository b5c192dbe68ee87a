package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A row of a table as a record: told from others by what it says, since its bytes lie with those of other rows. */
final class TableRow {
    private TableRow() {}

    /** The same where a row has a limit, in chars: beyond it only its digest is told. */
    static RawPiece piece(RawObject object, long position, JsonNode body, int limit) {
        int size = body.toString().length();
        return size > limit
                ? new RawPiece.Broken(
                        position,
                        QuarantineReason.RECORD_TOO_LARGE,
                        "a row of %d characters, more than %d".formatted(size, limit),
                        Optional.of(digest(body)))
                : piece(object, position, body);
    }

    static RawPiece piece(RawObject object, long position, JsonNode body) {
        return new RawPiece.Whole(
                new RawRecord(object.source(), object.name(), position, object.date(), digest(body), body));
    }

    /** SHA-256 of its canonical text, hex. */
    static String digest(JsonNode body) {
        return Digest.sha256(Json.canonical(body).getBytes(StandardCharsets.UTF_8));
    }
}
