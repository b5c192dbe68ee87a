package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * What a tool was called with, where whoever traced it noted the call of the Python function that it is: {@code {args: [], kwargs: {query}}}, as
 * Langfuse's {@code @observe} and OpenInference for smolagents do. With names alone, these are the arguments.
 */
public final class FunctionArguments {
    private static final String ARGS = "args";
    private static final String KWARGS = "kwargs";
    /** The last is an argument of smolagents' own. */
    private static final Set<String> OF_A_CALL = Set.of(ARGS, KWARGS, "sanitize_inputs_outputs");

    private FunctionArguments() {}

    /** The arguments by their names, or the one object that was given; what went in as it is where it is no such call. */
    public static JsonNode of(JsonNode input) {
        JsonNode decoded = JsonInText.decoded(input);
        // LangChain's Python writes the arguments of a tool as it would print them.
        JsonNode call =
                decoded.isTextual() ? PythonLiteral.dict(decoded.textValue()).orElse(decoded) : decoded;
        JsonNode args = call.path(ARGS);
        JsonNode named = call.path(KWARGS);
        boolean ofFunction = named.isObject()
                && args.isArray()
                && call.properties().stream().map(Map.Entry::getKey).allMatch(OF_A_CALL::contains);
        if (ofFunction && args.isEmpty()) {
            return named;
        }
        return ofFunction && named.isEmpty() && args.size() == 1 && args.path(0).isObject()
                ? args.path(0)
                : decoded.isTextual() ? call : input;
    }
}
