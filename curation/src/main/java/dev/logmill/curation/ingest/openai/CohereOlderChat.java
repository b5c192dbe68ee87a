package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.CohereDocuments;
import dev.logmill.curation.ingest.message.CohereHistory;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.stream.CohereOlderStream;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cohere's chat, version 1: what the user says now, beside the history; calls have no ids.
 *
 * @see <a href="https://docs.cohere.com/v1/reference/chat">chat, v1</a>
 */
final class CohereOlderChat implements Api {
    private static final Set<String> ASKED =
            Set.of("message", "chat_history", "preamble", "tool_results", CohereDocuments.NAME);
    private static final Set<String> BODY =
            Set.of("text", "tool_calls", "generation_id", "response_id", "chat_history", "finish_reason", "meta");
    private static final String ENDED = "COMPLETE";

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
        boolean answered =
                body.path("text").isTextual() || body.path("tool_calls").isArray();
        return answered && (body.has("generation_id") || body.has("response_id"));
    }

    @Override
    public boolean streams(JsonNode event) {
        return CohereOlderStream.isEvent(event);
    }

    @Override
    public JsonNode assembled(List<JsonNode> events, Fields fields) {
        return CohereOlderStream.assembled(events, fields);
    }

    @Override
    public Request request(JsonNode request, Fields fields) throws UnreadableRecord {
        return new Request(
                new AnyMessages(fields).input(CohereDocuments.in(CohereHistory.messages(request), request), "request"),
                new OfferedTools(fields).of(request),
                Request.parameters(request, ASKED),
                Optional.empty());
    }

    @Override
    public Answer answer(JsonNode body, Fields fields) throws UnreadableRecord {
        ObjectNode message = Json.MAPPER.createObjectNode().put("role", "assistant");
        message.set("content", body.path("text"));
        ArrayNode calls = CohereHistory.calls(body.path("tool_calls"));
        if (!calls.isEmpty()) {
            message.set("tool_calls", calls);
        }
        fields.keepRest("response", body, BODY);
        return new Answer(
                new AnyMessages(fields).output(message, "response"),
                Fields.filled(body, "generation_id"),
                Optional.empty(),
                // An answer that calls tools is complete too.
                Fields.filled(body, "finish_reason")
                        .map(word -> word.equals(ENDED) && !calls.isEmpty() ? "tool_calls" : word),
                CohereChat.usage(body.path("meta")),
                Optional.empty(),
                MissingNode.getInstance());
    }
}
