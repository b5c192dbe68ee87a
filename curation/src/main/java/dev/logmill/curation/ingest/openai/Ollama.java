package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.stream.OllamaStream;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ollama's own API: {@code /api/chat}, whose calls have no ids, and {@code /api/generate}, a prompt and a text. Images stand
 * beside a text as base64.
 *
 * @see <a href="https://github.com/ollama/ollama/blob/main/docs/api.md">API</a>
 */
final class Ollama implements Api {
    private static final Set<String> ASKED = Set.of("prompt", "images", "stream", "context");
    private static final Set<String> BODY = Set.of(
            "model",
            "created_at",
            "message",
            "response",
            "thinking",
            "done",
            "done_reason",
            "context",
            "prompt_eval_count",
            "eval_count");

    @Override
    public String operation() {
        return "chat";
    }

    @Override
    public Optional<String> provider() {
        return Optional.of("ollama");
    }

    /** Its requests look like those of others. */
    @Override
    public boolean asks(JsonNode request) {
        return false;
    }

    @Override
    public boolean answers(JsonNode body) {
        return streams(body) && body.path("done").asBoolean();
    }

    @Override
    public boolean streams(JsonNode event) {
        return event.path("done").isBoolean()
                && (event.path("message").isObject() || event.path("response").isTextual());
    }

    /** A line that says that more will come; the last one alone looks like an answer. */
    @Override
    public boolean isPiece(JsonNode element) {
        return streams(element) && !element.path("done").asBoolean();
    }

    @Override
    public JsonNode assembled(List<JsonNode> events, Fields fields) {
        return OllamaStream.assembled(events, fields);
    }

    @Override
    public Request request(JsonNode request, Fields fields) throws UnreadableRecord {
        ArrayNode messages = Json.MAPPER.createArrayNode();
        Fields.filled(request, "system")
                .ifPresent(text -> messages.addObject().put("role", "system").put("content", text));
        for (JsonNode message : request.path("messages")) {
            messages.add(message(message));
        }
        if (request.path("prompt").isTextual()) {
            ObjectNode asked = Json.MAPPER.createObjectNode().put("role", "user");
            asked.set("content", request.path("prompt"));
            asked.set("images", request.path("images"));
            messages.add(message(asked));
        }
        return new Request(
                new AnyMessages(fields).input(messages, "request.messages"),
                new OfferedTools(fields).of(request),
                Request.parameters(request, ASKED),
                Optional.empty());
    }

    /** A message in the form of chat completions. */
    private static JsonNode message(JsonNode logged) {
        if (!(logged instanceof ObjectNode written)) {
            return logged;
        }
        ObjectNode message = written.deepCopy();
        rename(message, "thinking", "reasoning_content");
        rename(message, "tool_name", "name");
        message.path("tool_calls").forEach(Ollama::identify);
        JsonNode images = message.remove("images");
        if (images != null && !images.isEmpty()) {
            ArrayNode parts = Json.MAPPER.createArrayNode();
            Fields.filled(message, "content")
                    .ifPresent(text -> parts.addObject().put("type", "text").put("text", text));
            images.forEach(image -> parts.addObject()
                    .put("type", "blob")
                    .put("modality", "image")
                    .set("content", image));
            message.set("content", parts);
        }
        return message;
    }

    /** A call goes by the name of its tool, as the result does. */
    private static void identify(JsonNode call) {
        if (call instanceof ObjectNode written && !written.has("id")) {
            written.put("id", "function-" + Fields.word(call.path("function"), "name"));
        }
    }

    private static void rename(ObjectNode message, String from, String to) {
        JsonNode value = message.remove(from);
        if (value != null) {
            message.set(to, value);
        }
    }

    @Override
    public Answer answer(JsonNode body, Fields fields) throws UnreadableRecord {
        ObjectNode said = Json.MAPPER.createObjectNode().put("role", "assistant");
        said.set("content", body.path("response"));
        said.set("thinking", body.path("thinking"));
        fields.keepRest("response", body, BODY);
        return new Answer(
                new AnyMessages(fields)
                        .output(
                                message(body.path("message").isObject() ? body.path("message") : said),
                                "response.message"),
                Optional.empty(),
                Fields.filled(body, "model"),
                ending(body),
                usage(body),
                Optional.empty(),
                body.path("created_at"));
    }

    /** A model that waits for its tools says that it stopped. */
    private static Optional<String> ending(JsonNode body) {
        boolean calls = !Fields.isEmpty(body.path("message").path("tool_calls"));
        return calls ? Optional.of("tool_calls") : Fields.filled(body, "done_reason");
    }

    private static Optional<Usage> usage(JsonNode body) {
        Usage usage = new Usage(
                Fields.count(body, "prompt_eval_count"),
                Fields.count(body, "eval_count"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return usage.equals(Usage.NONE) ? Optional.empty() : Optional.of(usage);
    }
}
