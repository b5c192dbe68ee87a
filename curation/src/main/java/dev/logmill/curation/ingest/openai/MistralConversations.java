package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.Failures;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.ingest.stream.MistralStream;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Mistral's conversations and agents: {@code inputs}, a text or entries, and {@code outputs}, which are entries ({@link MistralEntries}).
 *
 * @see <a href="https://docs.mistral.ai/api/endpoint/beta/conversations">Conversations</a>
 */
final class MistralConversations implements Api {
    private static final Set<String> ASKED = Set.of("inputs", "instructions");
    private static final Set<String> BODY = Set.of("object", "created_at", "outputs", "usage", "error");
    private static final List<String> OUTPUTS =
            List.of("message.output", "function.call", "tool.execution", "agent.handoff");

    @Override
    public String operation() {
        return "conversation";
    }

    @Override
    public Optional<String> provider() {
        return Optional.of("mistral");
    }

    @Override
    public boolean asks(JsonNode request) {
        JsonNode inputs = request.path("inputs");
        boolean ofMistral = request.has("model") || request.has("agent_id") || request.has("completion_args");
        return ofMistral
                && !request.has("messages")
                && (inputs.isTextual() || inputs.path(0).has("type"));
    }

    @Override
    public boolean answers(JsonNode body) {
        return body.path("outputs").isArray()
                && (Fields.word(body, "object").equals("conversation.response")
                        || OUTPUTS.contains(Fields.word(body.path("outputs").path(0), "type")));
    }

    @Override
    public boolean streams(JsonNode event) {
        return MistralStream.isEvent(event);
    }

    @Override
    public JsonNode assembled(List<JsonNode> events, Fields fields) {
        return MistralStream.assembled(events, fields);
    }

    @Override
    public Request request(JsonNode request, Fields fields) throws UnreadableRecord {
        ArrayNode messages = Json.MAPPER.createArrayNode();
        if (!Fields.isEmpty(request.path("instructions"))) {
            messages.addObject().put("role", "system").set("content", request.path("instructions"));
        }
        messages.addAll(MistralEntries.messages(request.path("inputs"), fields, "request.inputs"));
        return new Request(
                new AnyMessages(fields).input(messages, "request.inputs"),
                new OfferedTools(fields).of(request),
                Request.parameters(request, ASKED),
                Optional.empty());
    }

    @Override
    public Answer answer(JsonNode body, Fields fields) throws UnreadableRecord {
        fields.keepRest("response", body, BODY);
        List<Message> messages = new AnyMessages(fields)
                .output(MistralEntries.messages(body.path("outputs"), fields, "response.outputs"), "response.outputs");
        boolean calls = !messages.isEmpty()
                && !messages.get(messages.size() - 1).toolCalls().isEmpty();
        return new Answer(
                messages,
                last(body, "id"),
                last(body, "model"),
                calls ? Optional.of("tool_calls") : Optional.empty(),
                UsageConvention.CHAT.read(body.path("usage")),
                Failures.of(body, "error"),
                created(body));
    }

    /** When the last entry was made; of a stream, when it began. */
    private static JsonNode created(JsonNode body) {
        JsonNode outputs = body.path("outputs");
        JsonNode last = outputs.path(outputs.size() - 1).path("created_at");
        return Fields.isEmpty(last) ? body.path("created_at") : last;
    }

    private static Optional<String> last(JsonNode body, String name) {
        return StreamSupport.stream(body.path("outputs").spliterator(), false)
                .flatMap(entry -> Fields.filled(entry, name).stream())
                .reduce((earlier, later) -> later);
    }
}
