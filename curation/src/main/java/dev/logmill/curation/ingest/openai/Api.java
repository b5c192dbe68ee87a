package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Optional;

/** One provider API, told apart from the others by the shape of its bodies. */
interface Api {
    /** The operation's name. */
    String operation();

    /** What kind of span a call of it is. */
    default SpanKind kind() {
        return SpanKind.LLM;
    }

    /** Who serves it, where the shape alone tells. */
    Optional<String> provider();

    /** Whether this is a request to it; asked only where no answer tells more. */
    boolean asks(JsonNode request);

    /** Whether this is a whole answer of it. */
    boolean answers(JsonNode body);

    /** Whether this is an event of a streamed answer of it. */
    boolean streams(JsonNode event);

    /** Whether an element of an array is surely an event, and no whole answer among others. */
    default boolean isPiece(JsonNode element) {
        return streams(element);
    }

    /** The body that the events of a streamed answer make. */
    JsonNode assembled(List<JsonNode> events, Fields fields);

    /** What a request asks. */
    Request request(JsonNode request, Fields fields) throws UnreadableRecord;

    /** What a whole answer says. */
    Answer answer(JsonNode body, Fields fields) throws UnreadableRecord;
}
