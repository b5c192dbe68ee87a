package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnthropicBlocks;
import dev.logmill.curation.ingest.message.Failures;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.ingest.stream.AnthropicStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Anthropic messages, also as Bedrock and Vertex carry them. */
final class AnthropicMessages implements Api {
    private static final Set<String> BODY =
            Set.of("id", "type", "role", "model", "content", "stop_reason", "stop_sequence", "usage", "error");
    private static final Set<String> OF_RESPONSES = Set.of("output_text", "input_text", "refusal");
    private static final Set<String> EVENTS = Set.of(
            "message_start",
            "content_block_start",
            "content_block_delta",
            "content_block_stop",
            "message_delta",
            "message_stop");

    @Override
    public String operation() {
        return "messages";
    }

    @Override
    public Optional<String> provider() {
        return Optional.of("anthropic");
    }

    @Override
    public boolean asks(JsonNode request) {
        return request.path("messages").isArray()
                && (request.has("anthropic_version")
                        || request.has("system")
                        || request.has("stop_sequences")
                        || request.path("thinking").isObject()
                        || request.path("tools").path(0).has("input_schema"));
    }

    @Override
    public boolean answers(JsonNode body) {
        // A message of OpenAI's Responses has the same frame.
        boolean responses =
                OF_RESPONSES.contains(Fields.word(body.path("content").path(0), "type"));
        return Fields.word(body, "type").equals("message")
                && body.path("content").isArray()
                && !responses;
    }

    @Override
    public boolean streams(JsonNode event) {
        return EVENTS.contains(Fields.word(event, "type"));
    }

    @Override
    public JsonNode assembled(List<JsonNode> events, Fields fields) {
        return AnthropicStream.assembled(events, fields);
    }

    @Override
    public Request request(JsonNode request, Fields fields) throws UnreadableRecord {
        return new Request(
                new AnthropicBlocks(fields).input(request),
                new OfferedTools(fields).of(request),
                Request.parameters(request, Set.of()),
                Optional.empty());
    }

    @Override
    public Answer answer(JsonNode body, Fields fields) throws UnreadableRecord {
        fields.keepRest("response", body, BODY);
        return new Answer(
                new AnthropicBlocks(fields).answer(body.path("content")),
                Fields.filled(body, "id"),
                Fields.filled(body, "model"),
                Fields.filled(body, "stop_reason"),
                UsageConvention.ANTHROPIC.read(body.path("usage")),
                Failures.of(body, "error"),
                MissingNode.getInstance());
    }
}
