package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.stream.CohereStream;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Cohere's chat, version 1: what the user says now, beside the history; calls have no ids.
 *
 * @see <a href="https://docs.cohere.com/v1/reference/chat">chat, v1</a>
 */
final class CohereOlderChat implements Api {
    private static final Set<String> ASKED = Set.of("message", "chat_history", "preamble", "tool_results");
    private static final Set<String> BODY =
            Set.of("text", "tool_calls", "generation_id", "response_id", "chat_history", "finish_reason", "meta");
    private static final Map<String, String> SPEAKERS =
            Map.of("USER", "user", "CHATBOT", "assistant", "SYSTEM", "system", "TOOL", "tool");

    @Override
    public String operation() {
        return "chat";
    }

    @Override
    public Optional<String> provider() {
        return Optional.of("cohere");
    }

    @Override
    public boolean asks(JsonNode request) {
        return request.path("message").isTextual();
    }

    @Override
    public boolean answers(JsonNode body) {
        return body.path("text").isTextual() && (body.has("generation_id") || body.has("response_id"));
    }

    @Override
    public boolean streams(JsonNode event) {
        return event.path("event_type").isTextual() && event.has("is_finished");
    }

    @Override
    public JsonNode assembled(List<JsonNode> events, Fields fields) {
        return CohereStream.olderAssembled(events, fields);
    }

    @Override
    public Request request(JsonNode request, Fields fields) throws UnreadableRecord {
        ArrayNode messages = Json.MAPPER.createArrayNode();
        Fields.filled(request, "preamble").ifPresent(text -> said(messages, "system", request.path("preamble")));
        for (JsonNode before : request.path("chat_history")) {
            String speaker = SPEAKERS.getOrDefault(Fields.word(before, "role"), Fields.word(before, "role"));
            said(messages, speaker, before.path("message"));
        }
        if (!Fields.word(request, "message").isEmpty()) {
            said(messages, "user", request.path("message"));
        }
        for (JsonNode result : request.path("tool_results")) {
            ObjectNode message = said(
                    messages, "tool", Json.MAPPER.getNodeFactory().textNode(Json.canonical(result.path("outputs"))));
            message.set("name", result.path("call").path("name"));
        }
        return new Request(
                new AnyMessages(fields).input(messages, "request"),
                new OfferedTools(fields).of(request),
                Request.parameters(request, ASKED),
                Optional.empty());
    }

    private static ObjectNode said(ArrayNode messages, String role, JsonNode content) {
        ObjectNode message = messages.addObject().put("role", role);
        message.set("content", content);
        return message;
    }

    @Override
    public Answer answer(JsonNode body, Fields fields) throws UnreadableRecord {
        ObjectNode message = Json.MAPPER.createObjectNode().put("role", "assistant");
        message.set("content", body.path("text"));
        ArrayNode calls = Json.MAPPER.createArrayNode();
        for (JsonNode call : body.path("tool_calls")) {
            ObjectNode named = calls.addObject();
            named.put("id", "function-" + Fields.word(call, "name"));
            named.set("name", call.path("name"));
            named.set("arguments", call.path("parameters"));
        }
        if (!calls.isEmpty()) {
            message.set("tool_calls", calls);
        }
        fields.keepRest("response", body, BODY);
        return new Answer(
                new AnyMessages(fields).output(message, "response"),
                Fields.filled(body, "generation_id"),
                Optional.empty(),
                Fields.filled(body, "finish_reason"),
                CohereChat.usage(body.path("meta")),
                Optional.empty(),
                MissingNode.getInstance());
    }
}
