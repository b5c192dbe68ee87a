package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chunks of an answer that InvokeModel of Bedrock streams, each with a piece of the text: Titan's {@code {outputText,
 * inputTextTokenCount}}, Llama's {@code {generation}}, Mistral's {@code {outputs: [{text}]}}, Cohere's
 * {@code {text, is_finished}}. What one of them counts holds for the
 * answer; the last says why it ended.
 */
public final class InvokedTextStream {
    private static final String TITAN = "outputText";
    private static final String LLAMA = "generation";
    private static final String MISTRAL = "outputs";
    private static final String COHERE = "is_finished";

    private InvokedTextStream() {}

    /** Whether an event is one. */
    public static boolean isChunk(JsonNode event) {
        return (event.path(TITAN).isTextual() && (event.has("inputTextTokenCount") || event.has("index")))
                || isOfCohere(event)
                || (event.path(LLAMA).isTextual() && !event.has("prompt"))
                || (event.path(MISTRAL).path(0).path("text").isTextual() && !event.has("prompt"));
    }

    private static boolean isOfCohere(JsonNode event) {
        return event.path(COHERE).isBoolean()
                && !event.has("event_type")
                && (event.path("text").isTextual() || event.path(COHERE).booleanValue());
    }

    /** Why the answer ended, where the event says. */
    public static Optional<String> ending(JsonNode event) {
        return Fields.filled(event, "completionReason")
                .or(() -> Fields.filled(event, "stop_reason"))
                .or(() -> Fields.filled(event, "finish_reason"))
                .or(() -> Fields.filled(event.path(MISTRAL).path(0), "stop_reason"));
    }

    /** The answer that the chunks are pieces of; what stands between them is passed over. */
    public static JsonNode assembled(List<JsonNode> events, Fields fields) {
        ObjectNode whole = Json.MAPPER.createObjectNode();
        StringBuilder said = new StringBuilder();
        Optional<String> ending = Optional.empty();
        for (JsonNode event : events) {
            if (isChunk(event)) {
                for (Map.Entry<String, JsonNode> field : event.properties()) {
                    if (!Fields.isEmpty(field.getValue())) {
                        whole.set(field.getKey(), field.getValue());
                    }
                }
                said.append(text(event));
                ending = ending(event);
            }
        }
        if (ending.isEmpty() && events.stream().noneMatch(event -> event.has("error"))) {
            fields.note(Fidelity.PARTIAL_STREAM);
        }
        return put(whole, said.toString());
    }

    private static String text(JsonNode event) {
        return Fields.word(event, TITAN)
                + (isOfCohere(event) ? Fields.word(event, "text") : "")
                + Fields.word(event, LLAMA)
                + Fields.word(event.path(MISTRAL).path(0), "text");
    }

    private static ObjectNode put(ObjectNode whole, String said) {
        if (whole.has(MISTRAL)) {
            ObjectNode last = whole.path(MISTRAL).path(0).deepCopy();
            whole.putArray(MISTRAL).add(last.put("text", said));
            return whole;
        }
        if (whole.has(COHERE)) {
            ObjectNode generation = whole.putArray("generations").addObject().put("text", said);
            generation.set("finish_reason", whole.path("finish_reason"));
            return whole.without(List.of("text", COHERE, "finish_reason"));
        }
        return whole.put(whole.has("inputTextTokenCount") || whole.has(TITAN) ? TITAN : LLAMA, said);
    }
}
