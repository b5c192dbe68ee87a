package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The server of llama.cpp by its own {@code /completion}: a prompt, and {@code {content, stop, stop_type, tokens_evaluated, tokens_predicted}}, whole or
 * bit by bit.
 *
 * @see <a href="https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md">README of the server</a>
 */
final class LlamaCpp implements Api {
    private static final String SAID = "content";
    /** The rest repeats the request or says how it was run. */
    private static final Set<String> BODY = Set.of(
            SAID,
            "index",
            "tokens",
            "id_slot",
            "slot_id",
            "stop",
            "model",
            "tokens_predicted",
            "tokens_evaluated",
            "tokens_cached",
            "generation_settings",
            "prompt",
            "stop_type",
            "stopped_eos",
            "stopped_limit",
            "stopped_word");

    @Override
    public String operation() {
        return "text_completion";
    }

    @Override
    public Optional<String> provider() {
        return Optional.empty();
    }

    /** Its requests are those of completions. */
    @Override
    public boolean asks(JsonNode request) {
        return false;
    }

    @Override
    public boolean answers(JsonNode body) {
        return body.path(SAID).isTextual()
                && body.has("tokens_predicted")
                && !body.path("stop").equals(Json.MAPPER.getNodeFactory().booleanNode(false));
    }

    @Override
    public boolean streams(JsonNode event) {
        return event.path(SAID).isTextual() && event.path("stop").isBoolean() && !event.has("role");
    }

    /** The last chunk looks like an answer, but for its text. */
    @Override
    public boolean isPiece(JsonNode element) {
        return streams(element)
                && (!element.path("stop").booleanValue()
                        || element.path(SAID).textValue().isEmpty());
    }

    @Override
    public JsonNode assembled(List<JsonNode> events, Fields fields) {
        ObjectNode whole = Json.MAPPER.createObjectNode();
        StringBuilder said = new StringBuilder();
        for (JsonNode event : events) {
            if (streams(event)) {
                event.properties().forEach(field -> whole.set(field.getKey(), field.getValue()));
                said.append(Fields.word(event, SAID));
            }
        }
        if (!whole.path("stop").asBoolean()) {
            fields.note(Fidelity.PARTIAL_STREAM);
        }
        return whole.put(SAID, said.toString());
    }

    @Override
    public Request request(JsonNode request, Fields fields) throws UnreadableRecord {
        return new PromptCompletion().request(request, fields);
    }

    @Override
    public Answer answer(JsonNode body, Fields fields) {
        fields.keepRest("response", body, BODY);
        Usage usage = new Usage(
                Fields.count(body, "tokens_evaluated"),
                Fields.count(body, "tokens_predicted"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Answer(
                List.of(Message.of(Role.ASSISTANT, Fields.word(body, SAID))),
                Optional.empty(),
                Fields.filled(body, "model"),
                ending(body),
                Optional.of(usage).filter(counted -> !counted.equals(Usage.NONE)),
                Optional.empty(),
                MissingNode.getInstance());
    }

    /** Older servers say it in a flag for each reason. */
    private static Optional<String> ending(JsonNode body) {
        String type = Fields.word(body, "stop_type");
        if (type.equals("limit") || body.path("stopped_limit").asBoolean()) {
            return Optional.of("length");
        }
        boolean ended = type.equals("eos")
                || type.equals("word")
                || body.path("stopped_eos").asBoolean()
                || body.path("stopped_word").asBoolean();
        return ended ? Optional.of("stop") : Optional.empty();
    }
}
