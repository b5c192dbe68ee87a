package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were saved as they were streamed, as lines {@code event: ...} and {@code data: {...}}: the JSON of all events of one is a
 * record, at the line of its first; {@code [DONE]}, another id or an event that begins an answer ends it. An event that is cut off or no
 * JSON is left out, see WHATWG HTML, section "Server-sent events".
 */
final class EventStream implements Pieces.Supply {
    private static final String DATA = "data:";
    private static final List<String> FIELDS = List.of(DATA, "event:", "id:", "retry:", ":");
    private static final String DONE = "[DONE]";
    private static final int PEEK = 64;

    private final RawObject object;
    private final Lines lines;
    private final Predicate<JsonNode> isPiece;
    private final int maxRecordBytes;
    private @Nullable Event ahead;

    /** @param isPiece whether an event alone is less than a whole answer */
    EventStream(RawObject object, BufferedInputStream in, Predicate<JsonNode> isPiece, int maxRecordBytes) {
        this.object = object;
        this.lines = new Lines(in, maxRecordBytes);
        this.isPiece = isPiece;
        this.maxRecordBytes = maxRecordBytes;
    }

    /** The data of an event, from the line where they begin. */
    private record Event(long position, String data) {
        boolean isDone() {
            return data.strip().equals(DONE);
        }

        Optional<JsonNode> told() {
            return Json.container(data);
        }
    }

    /** Whether a stream begins so; no JSON does. It is read from where it was. */
    static boolean begins(BufferedInputStream in) throws IOException {
        in.mark(PEEK);
        String start = new String(in.readNBytes(PEEK), StandardCharsets.UTF_8).stripLeading();
        in.reset();
        return FIELDS.stream().anyMatch(start::startsWith);
    }

    @Override
    public @Nullable RawPiece next() throws IOException {
        ArrayNode events = Json.MAPPER.createArrayNode();
        Digest digest = Digest.of("streamed");
        long position = 0;
        long length = 0;
        String id = "";
        for (Event event = event(); event != null; event = event()) {
            Optional<JsonNode> told = event.told();
            boolean other = told.filter(next -> StreamedLines.begins(next)).isPresent() || !fits(told, id);
            if (!events.isEmpty() && (event.isDone() || other)) {
                ahead = event.isDone() ? null : event;
                break;
            }
            if (told.isPresent()) {
                position = position == 0 ? event.position() : position;
                id = id.isEmpty() ? StreamedLines.id(told.get()) : id;
                digest.add(event.data());
                length += event.data().length();
                events.add(length < maxRecordBytes ? told.get() : Json.MAPPER.createObjectNode());
            }
        }
        return events.isEmpty() ? null : piece(position, length, digest.hex(), events);
    }

    private static boolean fits(Optional<JsonNode> told, String id) {
        String own = told.map(StreamedLines::id).orElse("");
        return id.isEmpty() || own.isEmpty() || own.equals(id);
    }

    private RawPiece piece(long position, long length, String digest, ArrayNode events) {
        if (length >= maxRecordBytes) {
            return new RawPiece.Broken(
                    position,
                    QuarantineReason.RECORD_TOO_LARGE,
                    "events of %d characters that are one streamed answer, more than %d"
                            .formatted(length, maxRecordBytes),
                    Optional.of(digest));
        }
        JsonNode body = events.size() == 1 && !isPiece.test(events.path(0)) ? events.path(0) : events;
        return new RawPiece.Whole(new RawRecord(object.source(), object.name(), position, object.date(), digest, body));
    }

    /** The next event that has data; null at the end. */
    private @Nullable Event event() throws IOException {
        Event held = ahead;
        ahead = null;
        if (held != null) {
            return held;
        }
        StringBuilder data = new StringBuilder();
        long position = 0;
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            if (line.tooLong()) {
                throw new Damage.Told("a line of %d bytes in a stream of events, more than %d"
                        .formatted(line.length(), maxRecordBytes));
            }
            String text = new String(line.bytes(), StandardCharsets.UTF_8);
            if (text.startsWith(DATA)) {
                position = position == 0 ? line.position() : position;
                data.append(data.isEmpty() ? "" : "\n")
                        .append(text.substring(DATA.length()).strip());
            } else if (text.isBlank() && position > 0) {
                return new Event(position, data.toString());
            }
        }
        return position == 0 ? null : new Event(position, data.toString());
    }
}
