package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.trace.Fidelity;
import java.util.List;

/** Chunks of an answer of Amazon's Titan, each with a piece of the text; the last says why it ended. */
public final class TitanStream {
    private TitanStream() {}

    /** Whether an event is one. */
    public static boolean isChunk(JsonNode event) {
        return event.path("outputText").isTextual() && event.has("inputTextTokenCount");
    }

    /** The answer that the chunks are pieces of. */
    public static JsonNode assembled(List<JsonNode> events, Fields fields) {
        StringBuilder said = new StringBuilder();
        events.forEach(event -> said.append(Fields.word(event, "outputText")));
        JsonNode last = events.get(events.size() - 1);
        if (Fields.isEmpty(last.path("completionReason"))) {
            fields.note(Fidelity.PARTIAL_STREAM);
        }
        ObjectNode whole = last.deepCopy();
        return whole.put("outputText", said.toString());
    }
}
