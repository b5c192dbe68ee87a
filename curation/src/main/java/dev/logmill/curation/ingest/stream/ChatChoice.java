package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One choice of a streamed chat completion, as it grows. */
final class ChatChoice {
    private static final List<String> TEXTS = List.of("content", "refusal", "reasoning_content", "reasoning");
    private static final String IMAGES = "images";
    /** The tools that Groq ran; each is told again once its output is there. */
    private static final String RAN = "executed_tools";

    private static final Set<String> KNOWN =
            Set.of("content", "refusal", "reasoning_content", "reasoning", "tool_calls", "function_call", IMAGES, RAN);

    private final ObjectNode choice = Json.MAPPER.createObjectNode();
    private final Growing message = new Growing(Json.MAPPER.createObjectNode());
    private final List<JsonNode> parts = new ArrayList<>();
    private final List<JsonNode> images = new ArrayList<>();
    private final Map<Integer, JsonNode> ran = new TreeMap<>();
    private final Growing legacyCall = new Growing(Json.MAPPER.createObjectNode());
    private final List<CallInProgress> calls = new ArrayList<>();
    private final Map<Integer, CallInProgress> byIndex = new HashMap<>();

    void add(JsonNode piece) {
        JsonNode delta = piece.path("delta").isObject() ? piece.path("delta") : piece.path("message");
        TEXTS.forEach(field -> message.append(field, delta.path(field)));
        delta.path("content").forEach(this::part);
        delta.properties().forEach(field -> {
            if (!KNOWN.contains(field.getKey())) {
                message.setOnce(field.getKey(), field.getValue());
            }
        });
        delta.path(IMAGES).forEach(images::add);
        delta.path(RAN).forEach(tool -> ran.put(tool.path("index").asInt(ran.size()), tool));
        delta.path("tool_calls").forEach(this::call);
        legacyCall.setOnce("name", delta.path("function_call").path("name"));
        legacyCall.append("arguments", delta.path("function_call").path("arguments"));
        if (!Fields.isEmpty(piece.path("finish_reason"))) {
            choice.set("finish_reason", piece.path("finish_reason"));
        }
        logprobs(piece.path("logprobs").path("content"));
    }

    /** Mistral streams parts where there are more than texts: thoughts, references. */
    private void part(JsonNode part) {
        JsonNode thought = part.path("thinking");
        if (thought.isArray()) {
            thought.forEach(fragment -> message.append("reasoning_content", fragment.path("text")));
        } else if (thought.isTextual()) {
            message.append("reasoning_content", thought);
        } else if (part.path("text").isTextual()) {
            message.append("content", part.path("text"));
        } else {
            parts.add(part);
        }
    }

    private void logprobs(JsonNode tokens) {
        if (tokens.isArray()) {
            choice.withObject("/logprobs").withArray("/content").addAll((ArrayNode) tokens);
        }
    }

    /** Some servers give no index, or index 0 to each call: then a new id begins a new call. */
    private void call(JsonNode fragment) {
        int index = fragment.path("index").asInt(Math.max(0, calls.size() - 1));
        CallInProgress call = byIndex.get(index);
        if (call == null || call.isOther(fragment)) {
            call = new CallInProgress();
            calls.add(call);
            byIndex.put(index, call);
        }
        call.add(fragment);
    }

    boolean ended() {
        return choice.has("finish_reason");
    }

    ObjectNode whole(int index) {
        ObjectNode whole = message.whole();
        if (!parts.isEmpty()) {
            ArrayNode content = Json.MAPPER.createArrayNode();
            content.addObject().put("type", "text").put("text", Fields.word(whole, "content"));
            whole.set("content", content.addAll(parts));
        }
        if (!images.isEmpty()) {
            whole.putArray(IMAGES).addAll(images);
        }
        if (!ran.isEmpty()) {
            whole.putArray(RAN).addAll(ran.values());
        }
        if (!calls.isEmpty()) {
            ArrayNode array = whole.putArray("tool_calls");
            calls.forEach(call -> array.add(call.whole()));
        }
        if (!legacyCall.text("name").isEmpty()) {
            whole.set("function_call", legacyCall.whole());
        }
        choice.put("index", index);
        choice.set("message", whole);
        return choice;
    }
}
