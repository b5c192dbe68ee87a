package dev.logmill.curation.ingest.otlp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * LangSmith's exporter to OpenTelemetry: its own word for the kind, and the whole inputs and outputs of a run, as JSON, in {@code gen_ai.prompt} and
 * {@code gen_ai.completion}, where others have a text or a list of messages. Source: {@code langsmith._internal.otel}.
 */
final class LangSmithAttributes implements AttributeDialect {
    private static final String INPUTS = "gen_ai.prompt";
    private static final String OUTPUTS = "gen_ai.completion";
    private static final String OF_USER = "langsmith.metadata.";

    private static final Map<String, SpanKind> KINDS = Map.of(
            "llm", SpanKind.LLM,
            "tool", SpanKind.TOOL,
            "retriever", SpanKind.RETRIEVER,
            "embedding", SpanKind.EMBEDDING,
            "chain", SpanKind.CHAIN,
            "prompt", SpanKind.CHAIN,
            "parser", SpanKind.CHAIN);

    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            entry(Field.SESSION, List.of(OF_USER + "session_id", OF_USER + "thread_id", OF_USER + "conversation_id")),
            entry(Field.USER, List.of(OF_USER + "user_id")),
            entry(Field.TAGS, List.of("langsmith.span.tags")));

    @Override
    public Map<Field, List<String>> names() {
        return NAMES;
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        return span.attributes()
                .text("langsmith.span.kind")
                .map(kind -> kind.toLowerCase(Locale.ROOT))
                .map(KINDS::get);
    }

    @Override
    public JsonNode input(Carried span) {
        return whole(span, INPUTS);
    }

    @Override
    public JsonNode output(Carried span) {
        return whole(span, OUTPUTS);
    }

    /** A list is one message an element, which OpenLLMetry's reader knows. */
    private static JsonNode whole(Carried span, String name) {
        JsonNode told = span.attributes().peek(name);
        boolean whole = told.isTextual() && !JsonInText.decoded(told).isArray();
        return whole ? span.attributes().take(name) : MissingNode.getInstance();
    }

    @Override
    public JsonNode tools(Carried span) {
        JsonNode told = span.attributes().peek(INPUTS);
        return told.isTextual() ? JsonInText.decoded(told).path("tools") : MissingNode.getInstance();
    }
}
