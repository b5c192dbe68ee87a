package dev.logmill.curation.ingest.otlp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * LiveKit Agents, beside the names of {@link OtelGenAi}: the context of a chat as items, the answer as a text and calls. Names:
 * {@code livekit.agents.telemetry.trace_types}.
 */
final class LiveKit implements AttributeDialect {
    /** Others say which agent took over: no model was sent them. */
    private static final Set<String> ITEMS = Set.of("message", "function_call", "function_call_output");

    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            entry(Field.AGENT, List.of("lk.agent_name", "lk.agent_label")),
            entry(Field.SESSION, List.of("lk.job_id")),
            entry(Field.TOOL, List.of("lk.function_tool.name")),
            entry(Field.TOOL_ARGUMENTS, List.of("lk.function_tool.arguments")),
            entry(Field.TOOL_RESULT, List.of("lk.function_tool.output")));

    @Override
    public Map<Field, List<String>> names() {
        return NAMES;
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        return span.attributes().text("lk.function_tool.name").map(name -> SpanKind.TOOL);
    }

    @Override
    public JsonNode input(Carried span) {
        JsonNode context = JsonInText.decoded(span.attributes().take("lk.chat_ctx"));
        ArrayNode sent = Json.MAPPER.createArrayNode();
        for (JsonNode item : context.path("items")) {
            if (ITEMS.contains(Fields.word(item, "type"))) {
                sent.add(item);
            }
        }
        return sent.isEmpty() ? span.attributes().take("lk.user_input") : sent;
    }

    @Override
    public JsonNode output(Carried span) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        JsonNode text = span.attributes().take("lk.response.text");
        if (!Fields.isEmpty(text)) {
            answer.set("content", text);
        }
        for (JsonNode call : JsonInText.decoded(span.attributes().take("lk.response.function_calls"))) {
            JsonNode called = JsonInText.decoded(call);
            answer.withArray("/tool_calls")
                    .addObject()
                    .put("id", Fields.word(called, "call_id"))
                    .put("name", Fields.word(called, "name"))
                    .set("arguments", called.path("arguments"));
        }
        return answer.isEmpty() ? MissingNode.getInstance() : answer.put("role", "assistant");
    }

    @Override
    public JsonNode system(Carried span) {
        return span.attributes().take("lk.instructions");
    }

    @Override
    public JsonNode tools(Carried span) {
        return span.attributes().take("lk.function_tools");
    }
}
