package dev.logmill.curation.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import java.util.Optional;

/**
 * Results of tools that say of themselves that the tool failed: {@code {isError: true, content: [...]}} of MCP, {@code {type:
 * tool_result, is_error: true, content}} of Anthropic, {@code {toolUseId, status: error, content}} of Bedrock. Their span may have ended well: it
 * was the tool that did not.
 */
public final class FailedResult {
    private FailedResult() {}

    /** Whether a result, or the part of a message that holds it, says so. */
    public static boolean says(JsonNode result) {
        return result.path("is_error").asBoolean() || result.path("isError").asBoolean();
    }

    /** A span, which failed where the result of its tool says so and nothing else is told of it. */
    static Span noted(Span span) {
        Optional<String> result = span.kind() == SpanKind.TOOL && span.failure().isEmpty()
                ? span.toolUse().flatMap(use -> use.result())
                : Optional.empty();
        return result.filter(text -> text.startsWith("{") && text.contains("rror"))
                .flatMap(Json::container)
                .filter(FailedResult::isFailed)
                .map(told -> span.toBuilder()
                        .status(Status.ERROR)
                        .failure(Optional.of(new Failure("tool_error", said(told))))
                        .build())
                .orElse(span);
    }

    private static boolean isFailed(JsonNode result) {
        boolean ofBedrock =
                result.has("toolUseId") && result.path("status").asText().equals("error");
        return result.has("content") && (says(result) || ofBedrock);
    }

    private static Optional<String> said(JsonNode result) {
        JsonNode content = result.path("content");
        JsonNode first = content.path(0);
        boolean alone = content.size() == 1 && first.path("text").isTextual();
        JsonNode told = alone ? first.path("text") : content;
        return Optional.of(told.isValueNode() ? told.asText() : Json.canonical(told))
                .filter(text -> !text.isBlank());
    }
}
