package dev.logmill.curation.ingest.otlp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** OpenLLMetry (Traceloop): a message a number, {@code gen_ai.prompt.0.content}; see its {@code semconv_ai}. */
final class OpenLlmetry implements AttributeDialect {
    private static final String OF_USER = "traceloop.association.properties.";
    private static final Map<String, SpanKind> KINDS = Map.of(
            "workflow", SpanKind.CHAIN,
            "task", SpanKind.CHAIN,
            "agent", SpanKind.AGENT,
            "tool", SpanKind.TOOL);
    private static final Map<String, SpanKind> REQUESTS = Map.of(
            "chat", SpanKind.LLM,
            "completion", SpanKind.LLM,
            "embedding", SpanKind.EMBEDDING,
            "rerank", SpanKind.RETRIEVER);

    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            entry(
                    Field.SESSION,
                    List.of(
                            OF_USER + "session_id",
                            OF_USER + "sessionId",
                            OF_USER + "thread_id",
                            OF_USER + "conversation_id",
                            OF_USER + "chat_id")),
            entry(Field.USER, List.of(OF_USER + "user_id", OF_USER + "userId", "llm.user")),
            entry(Field.AGENT, List.of("crewai.agent.role")),
            entry(Field.PROVIDER, List.of("llm.vendor")),
            entry(Field.MODEL, List.of("llm.request.model")),
            entry(Field.ANSWERED_BY, List.of("llm.response.model")),
            entry(
                    Field.FINISH,
                    List.of(
                            "gen_ai.completion.0.finish_reason",
                            "llm.response.finish_reason",
                            "llm.completions.0.finish_reason")),
            entry(Field.INPUT_TOKENS, List.of("llm.usage.prompt_tokens")),
            entry(Field.OUTPUT_TOKENS, List.of("llm.usage.completion_tokens")),
            entry(Field.COST, List.of("gen_ai.usage.cost")),
            entry(Field.PROMPT_NAME, List.of("traceloop.prompt.key", "traceloop.prompt.managed_name")),
            entry(Field.PROMPT_VERSION, List.of("traceloop.prompt.version")));

    @Override
    public Map<Field, List<String>> names() {
        return NAMES;
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        return span.attributes().text("traceloop.span.kind").map(KINDS::get).or(() -> span.attributes()
                .text("llm.request.type")
                .map(REQUESTS::get));
    }

    @Override
    public JsonNode input(Carried span) {
        JsonNode told = either(span, List.of("gen_ai.prompt", "llm.prompts"), "traceloop.entity.input", "user");
        // CrewAI's instrumentation tells it of a crew and its tasks.
        return told.isMissingNode()
                ? span.attributes().first(List.of("crewai.crew.inputs", "crewai.task.description"))
                : told;
    }

    @Override
    public JsonNode output(Carried span) {
        JsonNode told =
                either(span, List.of("gen_ai.completion", "llm.completions"), "traceloop.entity.output", "assistant");
        return told.isMissingNode()
                ? span.attributes().first(List.of("crewai.crew.result", "crewai.task.output"))
                : told;
    }

    private static JsonNode either(Carried span, List<String> listed, String whole, String role) {
        for (String name : listed) {
            ArrayNode messages = span.attributes().list(name);
            if (!messages.isEmpty()) {
                return Roles.filled(plain(messages), role);
            }
        }
        return Bodies.inside(TracedEntity.said(span.attributes().take(whole)));
    }

    /** Content that holds parts is JSON in text here; Spring AI lists texts alone in the place of messages. */
    private static ArrayNode plain(ArrayNode messages) {
        ArrayNode plain = Json.MAPPER.createArrayNode();
        for (JsonNode message : messages) {
            JsonNode content = JsonInText.decoded(message.path("content"));
            if (message.isTextual()) {
                plain.addObject().set("content", message);
            } else if (message.isObject() && areParts(content)) {
                plain.add(((ObjectNode) message.deepCopy()).set("content", content));
            } else {
                plain.add(message);
            }
        }
        return plain;
    }

    private static boolean areParts(JsonNode content) {
        return content.isArray()
                && !content.isEmpty()
                && StreamSupport.stream(content.spliterator(), false)
                        .allMatch(part -> part.path("type").isTextual());
    }

    @Override
    public JsonNode tools(Carried span) {
        return span.attributes().list("llm.request.functions");
    }
}
