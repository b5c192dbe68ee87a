package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.Unquoted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Traceloop notes of a workflow, a task or a tool: of a Python function {@code {args, kwargs}}, of a runnable of LangChain {@code {inputs,
 * tags, metadata, kwargs}} and {@code {outputs, kwargs}}, or {@code {inputs}} and {@code {outputs}} alone, and what came out as JSON, a text
 * in quotes.
 */
final class TracedEntity {
    private static final Set<String> OF_A_FUNCTION = Set.of("args", "kwargs");
    private static final Set<String> OF_A_RUNNABLE =
            Set.of("inputs", "input_str", "outputs", "output", "tags", "metadata", "kwargs", "run_type");
    private static final Set<Set<String>> ALONE = Set.of(Set.of("inputs"), Set.of("outputs"));
    private static final List<String> SAID = List.of("inputs", "outputs", "output", "input_str");

    private TracedEntity() {}

    /** What went in or came out, without what stands around it. */
    static JsonNode said(JsonNode logged) {
        JsonNode told = JsonInText.decoded(logged);
        if (told.isTextual()) {
            return TextNode.valueOf(Unquoted.of(told.textValue()));
        }
        if (!told.isObject() || told.isEmpty()) {
            return logged;
        }
        Set<String> names =
                Set.copyOf(told.properties().stream().map(Map.Entry::getKey).toList());
        if (OF_A_FUNCTION.containsAll(names)) {
            return ofFunction(told).orElse(logged);
        }
        Optional<JsonNode> runnable = Stream.of(names)
                .filter(OF_A_RUNNABLE::containsAll)
                .filter(all -> all.contains("kwargs") || all.contains("tags") || ALONE.contains(all))
                .flatMap(all -> SAID.stream().map(told::path))
                .filter(value -> !Fields.isEmpty(value))
                .findFirst();
        return runnable.orElse(logged);
    }

    /** The one thing that a function was called with, or all of them by their names; nothing where some have none. */
    private static Optional<JsonNode> ofFunction(JsonNode told) {
        JsonNode args = told.path("args");
        JsonNode named = told.path("kwargs");
        if (args.isEmpty()) {
            return Optional.of(named).filter(value -> !value.isEmpty());
        }
        return Optional.of(args.path(0)).filter(value -> args.size() == 1 && named.isEmpty());
    }
}
