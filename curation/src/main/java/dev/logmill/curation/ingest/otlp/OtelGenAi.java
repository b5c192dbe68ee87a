package dev.logmill.curation.ingest.otlp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OpenTelemetry's conventions for generative AI, from 1.37 on: messages in attributes, as JSON in text or as structured values. */
final class OtelGenAi implements AttributeDialect {
    static final Map<String, SpanKind> OPERATIONS = Map.ofEntries(
            entry("chat", SpanKind.LLM),
            entry("text_completion", SpanKind.LLM),
            entry("completion", SpanKind.LLM),
            entry("generate_content", SpanKind.LLM),
            entry("generate", SpanKind.LLM),
            entry("embeddings", SpanKind.EMBEDDING),
            entry("execute_tool", SpanKind.TOOL),
            entry("invoke_agent", SpanKind.AGENT),
            entry("create_agent", SpanKind.AGENT),
            entry("invoke_workflow", SpanKind.CHAIN),
            entry("plan", SpanKind.CHAIN),
            entry("retrieval", SpanKind.RETRIEVER));

    /** The event that tells what went in and out, where the attributes of the span do not. */
    static final String DETAILS = "gen_ai.client.inference.operation.details";

    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            entry(Field.AGENT, List.of("gen_ai.agent.name", "gen_ai.agent.id")),
            entry(Field.AGENT_VERSION, List.of("gen_ai.agent.version")),
            entry(Field.SESSION, List.of("gen_ai.conversation.id", "session.id")),
            entry(Field.USER, List.of("user.id", "enduser.id", "enduser.pseudo.id")),
            entry(Field.PROVIDER, List.of("gen_ai.provider.name")),
            entry(Field.MODEL, List.of("gen_ai.request.model")),
            entry(Field.ANSWERED_BY, List.of("gen_ai.response.model")),
            entry(Field.RESPONSE_ID, List.of("gen_ai.response.id")),
            entry(Field.FINISH, List.of("gen_ai.response.finish_reasons")),
            entry(Field.TOOL, List.of("gen_ai.tool.name")),
            entry(Field.CALL_ID, List.of("gen_ai.tool.call.id")),
            entry(Field.TOOL_ARGUMENTS, List.of("gen_ai.tool.call.arguments")),
            entry(Field.TOOL_RESULT, List.of("gen_ai.tool.call.result")),
            entry(Field.INPUT_TOKENS, List.of("gen_ai.usage.input_tokens")),
            entry(Field.OUTPUT_TOKENS, List.of("gen_ai.usage.output_tokens")),
            entry(Field.CACHE_READ_TOKENS, List.of("gen_ai.usage.cache_read.input_tokens")),
            entry(Field.CACHE_WRITE_TOKENS, List.of("gen_ai.usage.cache_creation.input_tokens")),
            entry(Field.REASONING_TOKENS, List.of("gen_ai.usage.reasoning.output_tokens")),
            entry(Field.PROMPT_NAME, List.of("gen_ai.prompt.name")),
            entry(Field.PROMPT_VERSION, List.of("gen_ai.prompt.version")));

    @Override
    public Map<Field, List<String>> names() {
        return NAMES;
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        return span.attributes().text("gen_ai.operation.name").map(OPERATIONS::get);
    }

    @Override
    public JsonNode input(Carried span) {
        JsonNode messages = told(span, "gen_ai.input.messages");
        return Fields.isEmpty(messages) ? span.attributes().take("gen_ai.retrieval.query.text") : messages;
    }

    @Override
    public JsonNode output(Carried span) {
        JsonNode messages = told(span, "gen_ai.output.messages");
        return Fields.isEmpty(messages) ? Retrieved.documents(told(span, "gen_ai.retrieval.documents")) : messages;
    }

    @Override
    public JsonNode system(Carried span) {
        return told(span, "gen_ai.system_instructions");
    }

    @Override
    public JsonNode tools(Carried span) {
        return told(span, "gen_ai.tool.definitions");
    }

    /** An attribute of the span, or of the event that tells the details of its operation. */
    private static JsonNode told(Carried span, String name) {
        JsonNode own = span.attributes().take(name);
        return span.events().stream()
                .filter(event -> Fields.isEmpty(own) && event.name().equals(DETAILS))
                .map(event -> event.attributes().take(name))
                .filter(value -> !Fields.isEmpty(value))
                .findFirst()
                .orElse(own);
    }

    @Override
    public List<String> parameterPrefixes() {
        return List.of("gen_ai.request.");
    }
}
