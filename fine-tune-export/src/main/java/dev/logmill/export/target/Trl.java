package dev.logmill.export.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.export.example.Example;
import dev.logmill.export.example.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The conversational formats of Hugging Face TRL and what reads the same: Unsloth and most recipes.
 *
 * <p>Arguments are objects, for chat templates encode them. Supervised rows are prompt and completion, so that the loss
 * falls on the completion alone, with every chat template. A developer message is a system message here: templates
 * leave out roles that they do not know.
 */
final class Trl implements Target {
    @Override
    public Optional<String> excludes(Example example) {
        return Optional.empty();
    }

    @Override
    public ObjectNode row(Example example) {
        ObjectNode row = Json.MAPPER.createObjectNode().put("example_id", example.exampleId());
        ArrayNode prompt = row.putArray("prompt");
        Map<String, String> called = new HashMap<>();
        for (Message message : example.input()) {
            message.toolCalls().forEach(call -> called.put(call.id(), call.name()));
            prompt.add(message(message, called));
        }
        row.putArray(example.kind() == Kind.SFT ? "completion" : "chosen").add(message(example.output(), called));
        example.rejected().ifPresent(worse -> row.putArray("rejected").add(message(worse, called)));
        // Null and not an empty list: some templates announce tools as soon as there is a list.
        row.set("tools", example.tools().isEmpty() ? row.nullNode() : ToolJson.offered(example.tools()));
        return row;
    }

    @Override
    public Conversation conversation(Kind kind, JsonNode row) {
        return new Conversation(
                Conversation.elements(row.path("prompt")),
                Conversation.elements(row.path(kind == Kind.SFT ? "completion" : "chosen")),
                Conversation.elements(row.path("rejected")),
                Conversation.elements(row.path("tools")));
    }

    @Override
    public List<Feature> features(Kind kind, boolean withTools) {
        Feature id = new Feature("example_id", Feature.Type.TEXT);
        Feature prompt = new Feature("prompt", Feature.Type.LIST_OF_JSON);
        Feature tools = new Feature("tools", Feature.Type.LIST_OF_JSON);
        return switch (kind) {
            case SFT -> List.of(id, prompt, new Feature("completion", Feature.Type.LIST_OF_JSON), tools);
            case PREFERENCE ->
                List.of(
                        id,
                        prompt,
                        new Feature("chosen", Feature.Type.LIST_OF_JSON),
                        new Feature("rejected", Feature.Type.LIST_OF_JSON),
                        tools);
        };
    }

    @Override
    public ArgumentForm arguments() {
        return ArgumentForm.OBJECT;
    }

    @Override
    public String note() {
        return "For Hugging Face TRL and what reads the same. Arguments of tool calls are objects, since chat templates"
                + " encode them; the loss belongs on `completion` alone.";
    }

    @Override
    public boolean toolsAllOrNone() {
        return false;
    }

    private static ObjectNode message(Message message, Map<String, String> called) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        Role role = message.role() == Role.DEVELOPER ? Role.SYSTEM : message.role();
        json.put("role", MessageJson.role(role));
        // Empty and not absent: templates print a missing content as "None".
        json.put("content", message.content().orElse(""));
        message.toolCallId().ifPresent(id -> {
            json.put("tool_call_id", id);
            message.name().or(() -> Optional.ofNullable(called.get(id))).ifPresent(name -> json.put("name", name));
        });
        List<ToolCall> calls = message.toolCalls();
        if (!calls.isEmpty()) {
            json.set("tool_calls", ToolJson.calls(calls, ArgumentForm.OBJECT));
        }
        return json;
    }
}
