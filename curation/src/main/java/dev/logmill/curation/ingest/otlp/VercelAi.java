package dev.logmill.curation.ingest.otlp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.Unquoted;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Vercel's AI SDK, versions 5 and 6; version 7 writes the names of {@link OtelGenAi}. An outer operation, as
 * {@code ai.generateText}, tells what the calls inside it tell once more: it is a chain.
 */
final class VercelAi implements AttributeDialect {
    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            entry(Field.AGENT, List.of("ai.telemetry.functionId")),
            entry(Field.SESSION, List.of("ai.telemetry.metadata.sessionId", "ai.telemetry.metadata.session_id")),
            entry(Field.USER, List.of("ai.telemetry.metadata.userId", "ai.telemetry.metadata.user_id")),
            entry(Field.PROVIDER, List.of("ai.model.provider")),
            entry(Field.MODEL, List.of("ai.model.id")),
            entry(Field.ANSWERED_BY, List.of("ai.response.model")),
            entry(Field.RESPONSE_ID, List.of("ai.response.id")),
            entry(Field.FINISH, List.of("ai.response.finishReason", "ai.finishReason")),
            entry(Field.TOOL, List.of("ai.toolCall.name")),
            entry(Field.CALL_ID, List.of("ai.toolCall.id")),
            entry(Field.TOOL_ARGUMENTS, List.of("ai.toolCall.args", "ai.toolCall.input")),
            entry(Field.TOOL_RESULT, List.of("ai.toolCall.result", "ai.toolCall.output")),
            entry(Field.INPUT_TOKENS, List.of("ai.usage.inputTokens", "ai.usage.promptTokens", "ai.usage.tokens")),
            entry(Field.OUTPUT_TOKENS, List.of("ai.usage.outputTokens", "ai.usage.completionTokens")),
            entry(
                    Field.CACHE_READ_TOKENS,
                    List.of("ai.usage.inputTokenDetails.cacheReadTokens", "ai.usage.cachedInputTokens")),
            entry(Field.CACHE_WRITE_TOKENS, List.of("ai.usage.inputTokenDetails.cacheWriteTokens")),
            entry(
                    Field.REASONING_TOKENS,
                    List.of("ai.usage.outputTokenDetails.reasoningTokens", "ai.usage.reasoningTokens")),
            entry(Field.TAGS, List.of("ai.telemetry.metadata.tags")));

    private static final Set<String> CALLS = Set.of("doGenerate", "doStream");

    @Override
    public Map<Field, List<String>> names() {
        return NAMES;
    }

    /** The operation's name may be followed by that of the function that asked for it. */
    @Override
    public Optional<SpanKind> kind(Carried span) {
        Optional<String> operation = span.attributes()
                .text("ai.operationId")
                .or(() -> span.attributes().text("operation.name").map(name -> name.split(" ", 2)[0]));
        return operation.filter(name -> name.startsWith("ai.")).map(name -> {
            String last = name.substring(name.lastIndexOf('.') + 1);
            if (name.equals("ai.toolCall")) {
                return SpanKind.TOOL;
            }
            if (last.equals("doEmbed")) {
                return SpanKind.EMBEDDING;
            }
            return CALLS.contains(last) ? SpanKind.LLM : SpanKind.CHAIN;
        });
    }

    @Override
    public JsonNode input(Carried span) {
        Attributes attributes = span.attributes();
        JsonNode messages = attributes.take("ai.prompt.messages");
        if (!messages.isMissingNode()) {
            return messages;
        }
        return attributes.text("ai.prompt").isPresent()
                ? Bodies.inside(attributes.take("ai.prompt"))
                : embedded(attributes);
    }

    /** Values to embed are written as JSON texts. */
    private static JsonNode embedded(Attributes attributes) {
        ArrayNode texts = Json.MAPPER.createArrayNode();
        JsonNode one = attributes.take("ai.value");
        for (JsonNode value : one.isMissingNode() ? attributes.take("ai.values") : List.of(one)) {
            texts.addObject().put("role", "user").put("content", Unquoted.of(Fields.asText(value)));
        }
        return texts;
    }

    @Override
    public JsonNode output(Carried span) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        for (String from : List.of("ai.result.", "ai.response.")) {
            put(answer, "content", span.attributes().take(from + "object"));
            put(answer, "content", span.attributes().take(from + "text"));
            put(answer, "reasoning", span.attributes().take(from + "reasoning"));
            ArrayNode calls = calls(span.attributes().take(from + "toolCalls"));
            put(answer, "tool_calls", calls);
        }
        files(span.attributes().take("ai.response.files"), answer);
        return answer.isEmpty() ? MissingNode.getInstance() : answer.put("role", "assistant");
    }

    /** Files that the model made are parts of its answer, behind its text. */
    private static void files(JsonNode logged, ObjectNode answer) {
        JsonNode made = JsonInText.decoded(logged);
        if (!made.isArray() || made.isEmpty()) {
            return;
        }
        ArrayNode parts = Json.MAPPER.createArrayNode();
        Fields.text(answer.path("content"))
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> parts.addObject().put("type", "text").put("text", text));
        for (JsonNode file : made) {
            String mime = Fields.filled(file, "mediaType").orElseGet(() -> Fields.word(file, "mimeType"));
            ObjectNode part = parts.addObject().put("type", "file").put("mediaType", mime);
            part.set("data", file.has("base64") ? file.path("base64") : file.path("data"));
        }
        answer.set("content", parts);
    }

    private static void put(ObjectNode answer, String field, JsonNode value) {
        if (!Fields.isEmpty(value)) {
            answer.set(field, value);
        }
    }

    private static ArrayNode calls(JsonNode logged) {
        ArrayNode calls = Json.MAPPER.createArrayNode();
        for (JsonNode call : JsonInText.decoded(logged)) {
            ObjectNode plain = calls.addObject();
            plain.set("id", call.path("toolCallId"));
            plain.set("name", call.path("toolName"));
            plain.set("arguments", call.has("input") ? call.path("input") : call.path("args"));
        }
        return calls;
    }

    @Override
    public JsonNode tools(Carried span) {
        return span.attributes().take("ai.prompt.tools");
    }

    @Override
    public List<String> parameterPrefixes() {
        return List.of("ai.settings.");
    }
}
