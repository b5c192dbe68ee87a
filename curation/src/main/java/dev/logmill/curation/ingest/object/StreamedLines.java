package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Records of which neighbours may be the chunks of one streamed answer, a chunk a line: these are one record, at the place of the
 * first, as if they stood in an array. A chunk of another id, or one that begins an answer, begins the next.
 */
final class StreamedLines implements RawPieces {
    private static final Set<String> BEGINNINGS = Set.of("message_start", "response.created");

    /** What a stream says meanwhile, so that the connection stays. */
    private static final String PING = "ping";

    private final RawPieces lines;
    private final Predicate<JsonNode> isPiece;
    private final int maxRecordBytes;
    private @Nullable RawPiece ahead;

    StreamedLines(RawPieces lines, Predicate<JsonNode> isPiece, int maxRecordBytes) {
        this.lines = lines;
        this.isPiece = isPiece;
        this.maxRecordBytes = maxRecordBytes;
    }

    @Override
    public boolean hasNext() {
        return ahead != null || lines.hasNext();
    }

    @Override
    public RawPiece next() {
        RawPiece first = advance().orElseThrow(NoSuchElementException::new);
        JsonNode body = body(first);
        return body.isObject() && isPiece.test(body) ? joined(first, body) : first;
    }

    private Optional<RawPiece> advance() {
        RawPiece held = ahead;
        ahead = null;
        return held != null ? Optional.of(held) : lines.hasNext() ? Optional.of(lines.next()) : Optional.empty();
    }

    private static JsonNode body(RawPiece piece) {
        return piece.fold(RawRecord::body, broken -> Json.MAPPER.missingNode());
    }

    private RawPiece joined(RawPiece first, JsonNode begun) {
        ArrayNode chunks = Json.MAPPER.createArrayNode().add(begun);
        Digest digest = Digest.of("streamed", first.digest().orElse(""));
        String id = id(begun);
        long length = 0;
        for (Optional<RawPiece> next = advance(); next.isPresent(); next = advance()) {
            JsonNode chunk = body(next.get());
            if (!goesOn(chunk, id)) {
                ahead = next.get();
                break;
            }
            length += chunk.toString().length();
            digest.add(next.get().digest().orElse(""));
            if (length < maxRecordBytes) {
                chunks.add(chunk);
            }
        }
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

    private boolean goesOn(JsonNode chunk, String id) {
        if (!chunk.isObject() || begins(chunk)) {
            return false;
        }
        if (chunk.path("type").asText().equals(PING)) {
            return true;
        }
        boolean same = id.equals(id(chunk));
        return isPiece.test(chunk) ? same : same && !id.isEmpty();
    }

    /** Whether a chunk is the first of an answer. */
    static boolean begins(JsonNode chunk) {
        return BEGINNINGS.contains(chunk.path("type").asText());
    }

    /** What the chunks of one answer share; empty where they say nothing of that kind. */
    static String id(JsonNode chunk) {
        return chunk.path("id").asText(chunk.path("responseId").asText(""));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
