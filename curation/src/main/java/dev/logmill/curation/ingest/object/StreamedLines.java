package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Records of which neighbours may be the chunks of streamed answers, a chunk a line: those of one answer are one record, at the place of the
 * first, as if they stood in an array. Answers that came at the same time may be interleaved: their ids tell their chunks apart. A stream
 * is over with a chunk that begins another one of its id, with a line that is no chunk, and once many lines are of others; all together are
 * no longer than one record may be.
 */
final class StreamedLines implements RawPieces {
    private static final Set<String> BEGINNINGS =
            Set.of("message_start", "response.created", "message-start", "conversation.response.started");
    /** Events whose id is not the stream's: of Cohere's only the first has one, Mistral's have those of the entries. */
    private static final Pattern WITHOUT_ID =
            Pattern.compile("message-start|(message[.]output|function[.]call|tool[.]execution)[.].*");
    /** What a stream says meanwhile, so that the connection stays. */
    private static final String PING = "ping";

    /** By which Ollama says with each line whether more will come. */
    private static final String DONE = "done";

    private static final int SILENT_LINES = 1000;

    private final RawPieces lines;
    private final Predicate<JsonNode> isPiece;
    private final int maxRecordBytes;
    /** By id, the one that began first at the front. */
    private final Map<String, OpenStream> open = new LinkedHashMap<>();

    private final Deque<RawPiece> ready = new ArrayDeque<>();
    private String last = "";
    private long line;

    StreamedLines(RawPieces lines, Predicate<JsonNode> isPiece, int maxRecordBytes) {
        this.lines = lines;
        this.isPiece = isPiece;
        this.maxRecordBytes = maxRecordBytes;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && lines.hasNext()) {
            take(lines.next());
        }
        if (ready.isEmpty()) {
            endAll();
        }
        return !ready.isEmpty();
    }

    @Override
    public RawPiece next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void take(RawPiece piece) {
        line++;
        JsonNode body = piece.fold(RawRecord::body, broken -> Json.MAPPER.missingNode());
        Optional<OpenStream> stream = stream(body);
        if (stream.isPresent()) {
            stream.get().add(piece, body, line);
            if (body.path(DONE).asBoolean()) {
                end(last);
            }
            endLongOnes();
        } else if (body.isObject() && isPiece.test(body)) {
            last = id(body);
            end(last);
            open.put(last, new OpenStream(piece, body, line, maxRecordBytes));
            endLongOnes();
        } else {
            endAll();
            ready.add(piece);
        }
    }

    /** The stream that a chunk goes on with. */
    private Optional<OpenStream> stream(JsonNode chunk) {
        if (open.isEmpty() || !chunk.isObject() || begins(chunk)) {
            return Optional.empty();
        }
        if (chunk.path("type").asText().equals(PING)) {
            return Optional.ofNullable(open.get(last));
        }
        String id = id(chunk);
        // What the answer cost, and the last piece of some, alone would be no piece.
        boolean goesOn = !id.isEmpty() || isPiece.test(chunk);
        if (goesOn && open.containsKey(id)) {
            last = id;
            return Optional.ofNullable(open.get(id));
        }
        return Optional.empty();
    }

    /** What is silent since long is over; and of more than fits into a record at once, what is silent the longest. */
    private void endLongOnes() {
        List<String> silent = open.entrySet().stream()
                .filter(stream -> stream.getValue().lastLine() < line - SILENT_LINES)
                .map(Map.Entry::getKey)
                .toList();
        silent.forEach(this::end);
        long kept = open.values().stream().mapToLong(OpenStream::kept).sum();
        if (kept > maxRecordBytes && open.size() > 1) {
            open.entrySet().stream()
                    .min(Comparator.comparingLong(stream -> stream.getValue().lastLine()))
                    .map(Map.Entry::getKey)
                    .ifPresent(this::end);
        }
    }

    private void endAll() {
        open.values().forEach(stream -> ready.add(stream.whole()));
        open.clear();
    }

    private void end(String id) {
        Optional.ofNullable(open.remove(id)).ifPresent(stream -> ready.add(stream.whole()));
    }

    /** Whether a chunk is the first of an answer. */
    static boolean begins(JsonNode chunk) {
        return BEGINNINGS.contains(chunk.path("type").asText())
                || chunk.has("messageStart")
                || chunk.path("event_type").asText().equals("stream-start");
    }

    /** What the chunks of one answer share; empty where they say nothing of that kind. */
    static String id(JsonNode chunk) {
        boolean none = WITHOUT_ID.matcher(chunk.path("type").asText()).matches();
        // Ollama's lines of one answer share their model, and come one after the other.
        String model = chunk.path(DONE).isBoolean() ? DONE + chunk.path("model").asText() : "";
        return none ? "" : chunk.path("id").asText(chunk.path("responseId").asText(model));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
