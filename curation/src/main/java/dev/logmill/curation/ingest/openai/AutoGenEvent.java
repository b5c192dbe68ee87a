package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.ToolUse;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line of AutoGen's event log: a call of a model, the end of a streamed one, which does not repeat what was asked, or the call of
 * a tool. Shapes: {@code autogen_core.logging}.
 */
final class AutoGenEvent {
    private static final String AGENT = "agent_id";
    private static final Set<String> CALLS = Set.of("LLMCall", "LLMStreamEnd");
    private static final Set<String> OF_A_TOOL = Set.of("type", "tool_name", "arguments", "result");

    /** An agent's id is its name, as a rule with the id of its team behind, and a key after a slash. */
    private static final Pattern BEHIND_NAME =
            Pattern.compile("(_[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})?/.*$");

    private AutoGenEvent() {}

    /** Whether a record is the call of a model. */
    static boolean isCall(JsonNode body) {
        return body.has(AGENT)
                && CALLS.contains(Fields.word(body, "type"))
                && body.path("response").isObject();
    }

    static boolean isToolCall(JsonNode body) {
        return body.has(AGENT)
                && Fields.word(body, "type").equals("ToolCall")
                && body.path("tool_name").isTextual();
    }

    /** A call as a record that names its agent, with an answer as chat completions have it. */
    static JsonNode asRecord(JsonNode body) {
        ObjectNode record = body.deepCopy();
        agent(body).ifPresent(name -> record.put("agent", name));
        JsonNode response = body.path("response");
        if (Fields.word(body, "type").equals("LLMStreamEnd") && response.has("content") && !response.has("choices")) {
            record.putObject("request").putArray("messages");
            record.set("response", completion(response));
        }
        return record;
    }

    /** The span of a tool's call; the log tells neither when it was nor which answer asked for it. */
    static Span toolCall(RawRecord raw, Fields fields) {
        JsonNode body = raw.body();
        String id = MadeId.of("tool", Json.canonical(body));
        ToolUse use = new ToolUse(
                Fields.word(body, "tool_name"),
                Optional.empty(),
                Optional.of(fields.arguments(body.path("arguments"))),
                Fields.isEmpty(body.path("result"))
                        ? Optional.empty()
                        : Optional.of(Fields.asText(body.path("result"))));
        fields.keepRest("", body, OF_A_TOOL);
        ObjectNode rest = Json.MAPPER.createObjectNode();
        fields.rest().forEach(rest::set);
        SpanBuilder span = Span.of(raw.source(), MadeId.of("trace", raw.source(), id), id, SpanKind.TOOL)
                .name(use.name())
                .agent(agent(body))
                .toolUse(Optional.of(use))
                .attributes(Json.canonical(rest))
                .note(Fidelity.MISSING_TIME);
        fields.notes().forEach(span::note);
        return span.build();
    }

    private static Optional<String> agent(JsonNode body) {
        return Fields.filled(body, AGENT)
                .map(id -> BEHIND_NAME.matcher(id).replaceFirst(""))
                .filter(name -> !name.isBlank());
    }

    /** What {@code CreateResult} holds: a text, or a list of calls; and why it ended. */
    private static JsonNode completion(JsonNode result) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
        ObjectNode message = choice.putObject("message").put("role", "assistant");
        JsonNode content = result.path("content");
        if (content.isArray()) {
            ArrayNode calls = message.putArray("tool_calls");
            content.forEach(call -> calls.addObject()
                    .put("type", "function")
                    .put("id", Fields.word(call, "id"))
                    .putObject("function")
                    .put("name", Fields.word(call, "name"))
                    .set("arguments", call.path("arguments")));
        } else {
            message.set("content", content);
        }
        if (result.path("thought").isTextual()) {
            message.set("reasoning_content", result.path("thought"));
        }
        choice.set("finish_reason", result.path("finish_reason"));
        if (result.path("usage").isObject()) {
            body.set("usage", result.path("usage"));
        }
        return body;
    }
}
