package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a function of the AI SDK gave back, where it was logged without its messages; Mastra, which is built on it, writes
 * each call in a {@code payload}, and thoughts as a list.
 */
final class AiSdkResult {
    /** What stands beside the text of an answer that used no tools. */
    private static final Set<String> BESIDE_TEXT =
            Set.of("text", "reasoning", "reasoningText", "object", "files", "sources", "warnings");

    private AiSdkResult() {}

    /** What each of its steps said, where it tells them, else the whole. */
    static Optional<JsonNode> of(JsonNode logged) {
        boolean result = Stream.of("finishReason", "toolCalls", "steps").anyMatch(logged::has) || isTextAndMore(logged);
        boolean says = logged.has("text")
                || logged.has("toolCalls")
                || logged.has("object")
                || !logged.path("files").isEmpty();
        if (!result || logged.path("content").isArray() || !says) {
            return Optional.empty();
        }
        ArrayNode messages = Json.MAPPER.createArrayNode();
        for (JsonNode step : logged.path("steps")) {
            JsonNode content = step.path("content").isArray() ? step.path("content") : partsOf(step);
            if (!content.isEmpty()) {
                messages.addObject().put("role", "assistant").set("content", content);
            }
        }
        if (messages.size() > 1) {
            return Optional.of(messages);
        }
        ObjectNode message = Json.MAPPER.createObjectNode().put("role", "assistant");
        return Optional.of(message.set("content", partsOf(logged)));
    }

    private static boolean isTextAndMore(JsonNode logged) {
        return logged.size() > 1
                && logged.path("text").isTextual()
                && logged.properties().stream().allMatch(field -> BESIDE_TEXT.contains(field.getKey()));
    }

    /** What a result or one step of it says, as parts. */
    private static ArrayNode partsOf(JsonNode result) {
        ArrayNode parts = Json.MAPPER.createArrayNode();
        thoughts(result)
                .forEach(thought -> parts.addObject().put("type", "reasoning").set("text", thought));
        JsonNode text = result.path("text");
        if (!Fields.isEmpty(text)) {
            parts.addObject().put("type", "text").set("text", text);
        }
        JsonNode object = result.path("object");
        // The text is mostly the object's own JSON.
        if (object.isContainerNode() && !JsonInText.decoded(text).equals(object)) {
            parts.addObject()
                    .put("type", "text")
                    .put("text", (Fields.isEmpty(text) ? "" : "\n") + Json.canonical(object));
        }
        result.path("files").forEach(made -> parts.add(file(made)));
        result.path("toolCalls").forEach(call -> parts.add(unpacked(call)));
        result.path("toolResults").forEach(brought -> parts.add(unpacked(brought)));
        return parts;
    }

    /** The thoughts: told once as one text, or piece by piece. */
    private static List<JsonNode> thoughts(JsonNode result) {
        JsonNode whole =
                result.path("reasoningText").isTextual() ? result.path("reasoningText") : result.path("reasoning");
        Stream<JsonNode> told = whole.isArray()
                ? StreamSupport.stream(whole.spliterator(), false).map(piece -> piece.path("text"))
                : Stream.of(whole);
        return told.filter(text -> text.isTextual() && !text.textValue().isEmpty())
                .toList();
    }

    /** A file that the model made, as a part of a message; its bytes go by several names. */
    private static ObjectNode file(JsonNode made) {
        JsonNode told = made.path("payload").isObject() ? made.path("payload") : made;
        ObjectNode part = Json.MAPPER.createObjectNode().put("type", "file");
        part.put("mediaType", Fields.filled(told, "mediaType").orElseGet(() -> Fields.word(told, "mimeType")));
        Stream.of("base64Data", "base64", "data", "url")
                .flatMap(name -> Fields.filled(told, name).stream())
                .findFirst()
                .ifPresent(held -> part.put("data", held));
        return part;
    }

    /** A call or a result as Mastra writes it, {@code {type, payload: {toolCallId, ...}}}, as the AI SDK does. */
    private static JsonNode unpacked(JsonNode part) {
        if (!part.path("payload").has("toolCallId")) {
            return part;
        }
        ObjectNode plain = part.path("payload").deepCopy();
        return plain.set("type", part.path("type"));
    }
}
