package dev.logmill.export.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.export.example.Example;
import dev.logmill.export.example.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The chat format of OpenAI, which Azure, Fireworks and others take too.
 *
 * <p>Arguments are strings. Of all assistant turns only the answer has weight 1: what the agent said before is context,
 * judged on its own. Preferences are for answers of text alone; that is all the format knows.
 */
final class OpenAi implements Target {
    private static final int LEARNED = 1;
    private static final int CONTEXT = 0;

    @Override
    public Optional<String> excludes(Example example) {
        boolean calls = !example.output().toolCalls().isEmpty()
                || example.rejected().filter(m -> !m.toolCalls().isEmpty()).isPresent();
        return example.kind() == Kind.PREFERENCE && calls
                ? Optional.of("preference-with-tool-calls")
                : Optional.empty();
    }

    @Override
    public ObjectNode row(Example example) {
        ObjectNode row = Json.MAPPER.createObjectNode();
        if (example.kind() == Kind.SFT) {
            ArrayNode messages = row.putArray("messages");
            example.input().forEach(message -> messages.add(weighted(message, CONTEXT)));
            messages.add(weighted(example.output(), LEARNED));
            addTools(row, example);
            return row;
        }
        ObjectNode input = row.putObject("input");
        ArrayNode messages = input.putArray("messages");
        example.input().forEach(message -> messages.add(message(message)));
        addTools(input, example);
        row.putArray("preferred_output").add(message(example.output()));
        ArrayNode rejected = row.putArray("non_preferred_output");
        example.rejected().ifPresent(message -> rejected.add(message(message)));
        return row;
    }

    @Override
    public Conversation conversation(Kind kind, JsonNode row) {
        if (kind == Kind.PREFERENCE) {
            return new Conversation(
                    Conversation.elements(row.path("input").path("messages")),
                    Conversation.elements(row.path("preferred_output")),
                    Conversation.elements(row.path("non_preferred_output")),
                    Conversation.elements(row.path("input").path("tools")));
        }
        List<JsonNode> messages = Conversation.elements(row.path("messages"));
        int learned = messages.size();
        while (learned > 0 && messages.get(learned - 1).path("weight").asInt() == LEARNED) {
            learned--;
        }
        return new Conversation(
                messages.subList(0, learned),
                messages.subList(learned, messages.size()),
                List.of(),
                Conversation.elements(row.path("tools")));
    }

    @Override
    public List<Feature> features(Kind kind, boolean withTools) {
        if (kind == Kind.PREFERENCE) {
            return List.of(
                    new Feature("input", Feature.Type.JSON),
                    new Feature("preferred_output", Feature.Type.LIST_OF_JSON),
                    new Feature("non_preferred_output", Feature.Type.LIST_OF_JSON));
        }
        Feature messages = new Feature("messages", Feature.Type.LIST_OF_JSON);
        return withTools
                ? List.of(
                        messages,
                        new Feature("tools", Feature.Type.LIST_OF_JSON),
                        new Feature("parallel_tool_calls", Feature.Type.TRUTH))
                : List.of(messages);
    }

    @Override
    public ArgumentForm arguments() {
        return ArgumentForm.STRING;
    }

    @Override
    public String note() {
        return "OpenAI's chat format, for its API and those like it. Arguments of tool calls are strings, and only the turn"
                + " with `weight` 1 is to be learned: trainers that do not know `weight` learn every turn.";
    }

    @Override
    public boolean toolsAllOrNone() {
        return true;
    }

    private static void addTools(ObjectNode to, Example example) {
        if (!example.tools().isEmpty()) {
            to.set("tools", ToolJson.offered(example.tools()));
            to.put("parallel_tool_calls", true);
        }
    }

    private static ObjectNode weighted(Message message, int weight) {
        ObjectNode json = message(message);
        return message.role() == Role.ASSISTANT ? json.put("weight", weight) : json;
    }

    private static ObjectNode message(Message message) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("role", MessageJson.role(message.role()));
        // The result of a tool may be empty, but it must be there.
        message.content()
                .or(() -> message.role() == Role.TOOL ? Optional.of("") : Optional.empty())
                .ifPresent(content -> json.put("content", content));
        message.toolCallId().ifPresent(id -> json.put("tool_call_id", id));
        if (!message.toolCalls().isEmpty()) {
            json.set("tool_calls", ToolJson.calls(message.toolCalls(), ArgumentForm.STRING));
        }
        return json;
    }
}
