package dev.logmill.curation.ingest.otlp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OpenTelemetry's conventions for generative AI up to 1.36: one event for each message, and names that were given up. */
final class OldOtelGenAi implements AttributeDialect {
    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            entry(Field.USER, List.of("gen_ai.user")),
            entry(Field.PROVIDER, List.of("gen_ai.system")),
            entry(
                    Field.INPUT_TOKENS,
                    List.of(
                            "gen_ai.usage.prompt_tokens",
                            "gen_ai.usage.input_tokens.total",
                            "gen_ai.response.prompt_tokens")),
            entry(Field.OUTPUT_TOKENS, List.of("gen_ai.usage.completion_tokens", "gen_ai.response.completion_tokens")),
            entry(
                    Field.CACHE_READ_TOKENS,
                    List.of(
                            "gen_ai.usage.cache_read_input_tokens",
                            "gen_ai.usage.cached_input_tokens",
                            "gen_ai.usage.cache_read_tokens",
                            "gen_ai.usage.details.cache_read_tokens",
                            "gen_ai.usage.details.cached_tokens")),
            entry(
                    Field.CACHE_WRITE_TOKENS,
                    List.of(
                            "gen_ai.usage.cache_creation_input_tokens",
                            "gen_ai.usage.cache_write_input_tokens",
                            "gen_ai.usage.cache_write.input_tokens",
                            "gen_ai.usage.cache_write_tokens",
                            "gen_ai.usage.details.cache_write_tokens")),
            entry(
                    Field.REASONING_TOKENS,
                    List.of("gen_ai.usage.reasoning_tokens", "gen_ai.usage.details.reasoning_tokens")),
            entry(Field.FINISH, List.of("gen_ai.response.finish_reason")),
            entry(Field.TOOL_ARGUMENTS, List.of("tool_arguments")),
            entry(Field.TOOL_RESULT, List.of("tool_response")),
            entry(Field.AGENT, List.of("agent_name")));

    @Override
    public Map<Field, List<String>> names() {
        return NAMES;
    }

    /** Some instrumentations name no operation where a tool runs. */
    @Override
    public Optional<SpanKind> kind(Carried span) {
        Attributes attributes = span.attributes();
        boolean ofTool = attributes.has("gen_ai.tool.name") || attributes.has("gen_ai.tool.call.id");
        return ofTool && !attributes.has("gen_ai.operation.name") ? Optional.of(SpanKind.TOOL) : Optional.empty();
    }

    @Override
    public JsonNode input(Carried span) {
        return messages(span, EventMessage.Side.INPUT);
    }

    @Override
    public JsonNode output(Carried span) {
        return messages(span, EventMessage.Side.OUTPUT);
    }

    private static ArrayNode messages(Carried span, EventMessage.Side side) {
        ArrayNode messages = Json.MAPPER.createArrayNode();
        List<CarriedEvent> told = span.events().stream()
                .filter(event -> EventMessage.of(event.name()).isPresent())
                .toList();
        int answersFrom = told.size() - AzureAgents.answers(span, told);
        for (int i = 0; i < told.size(); i++) {
            Attributes attributes = told.get(i).attributes();
            boolean answers = i >= answersFrom;
            EventMessage.of(told.get(i).name())
                    .filter(kind -> (answers ? EventMessage.Side.OUTPUT : kind.side()) == side)
                    .ifPresent(kind -> kind.message(attributes)
                            .forEach(message -> (kind == EventMessage.PROMPT && OpenLitPrompt.isOf(span)
                                            ? OpenLitPrompt.apart(message)
                                            : List.of(message))
                                    .forEach(messages::add)));
        }
        return messages;
    }
}
