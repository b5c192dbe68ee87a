package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.stream.AnthropicStream;
import dev.logmill.curation.ingest.stream.ChatStream;
import dev.logmill.curation.ingest.stream.ResponsesStream;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The pieces of an answer, which MLflow keeps as a list where a traced function yields them and nobody says how they are
 * put together: texts, chunks of a provider, events of a {@code ResponsesAgent}, or deltas of a {@code ChatAgent}.
 */
final class MlflowStream {
    private static final String DONE = "response.output_item.done";
    private static final String TEXT = "response.output_text.delta";

    private MlflowStream() {}

    /**
     * The answer that a list is the pieces of; nothing where it is none.
     *
     * @param streamed whether the span says that it yielded them; texts in a list are otherwise a list
     * @param fields takes note of a stream that was cut
     */
    static Optional<JsonNode> whole(JsonNode listed, boolean streamed, Fields fields) {
        List<JsonNode> pieces = new ArrayList<>();
        if (listed.isArray()) {
            listed.forEach(pieces::add);
        }
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        if (streamed && all(pieces, JsonNode::isTextual)) {
            String text = pieces.stream().map(JsonNode::textValue).collect(Collectors.joining());
            return Optional.of(Json.MAPPER.getNodeFactory().textNode(text));
        }
        if (all(pieces, piece -> piece.path("choices").isArray()) && any(pieces, MlflowStream::isChunk)) {
            return Optional.of(ChatStream.assembled(pieces, fields));
        }
        if (all(pieces, piece -> Fields.word(piece, "type").startsWith("response."))) {
            boolean indexed = any(pieces, piece -> piece.has("output_index") || piece.has("response"));
            return Optional.of(indexed ? ResponsesStream.assembled(pieces, fields) : items(pieces, fields));
        }
        if (Fields.word(pieces.get(0), "type").equals("message_start")) {
            return Optional.of(AnthropicStream.assembled(pieces, fields));
        }
        return all(pieces, piece -> piece.path("delta").path("role").isTextual())
                ? Optional.of(messages(pieces))
                : Optional.empty();
    }

    private static boolean all(List<JsonNode> pieces, Predicate<JsonNode> match) {
        return pieces.stream().allMatch(match);
    }

    private static boolean any(List<JsonNode> pieces, Predicate<JsonNode> match) {
        return pieces.stream().anyMatch(match);
    }

    private static boolean isChunk(JsonNode piece) {
        return piece.path("choices").path(0).has("delta");
    }

    /** A {@code ResponsesAgent} numbers no items: it ends each with the whole of it. */
    private static JsonNode items(List<JsonNode> events, Fields fields) {
        ObjectNode response = Json.MAPPER.createObjectNode().put("object", "response");
        ArrayNode output = response.putArray("output");
        StringBuilder open = new StringBuilder();
        for (JsonNode event : events) {
            if (Fields.word(event, "type").equals(DONE) && event.path("item").isObject()) {
                output.add(event.path("item"));
                open.setLength(0);
            } else if (Fields.word(event, "type").equals(TEXT)) {
                open.append(Fields.word(event, "delta"));
            }
        }
        if (!open.isEmpty()) {
            fields.note(Fidelity.PARTIAL_STREAM);
            output.addObject().put("type", "message").put("role", "assistant").put("content", open.toString());
        }
        return response;
    }

    /** The deltas of one message of a {@code ChatAgent} have its id. */
    private static JsonNode messages(List<JsonNode> pieces) {
        List<ObjectNode> messages = new ArrayList<>();
        for (JsonNode piece : pieces) {
            ObjectNode delta = piece.path("delta").deepCopy();
            ObjectNode last = messages.isEmpty() ? Json.MAPPER.createObjectNode() : messages.get(messages.size() - 1);
            boolean goesOn = delta.has("id")
                    && delta.path("id").equals(last.path("id"))
                    && last.path("content").isTextual()
                    && delta.path("content").isTextual();
            if (goesOn) {
                String text =
                        last.path("content").textValue() + delta.path("content").textValue();
                last.setAll(delta);
                last.put("content", text);
            } else {
                messages.add(delta);
            }
        }
        return Json.MAPPER.createArrayNode().addAll(messages);
    }
}
