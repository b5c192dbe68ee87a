package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Parts of the Vercel AI SDK: {@code {type: tool-call, toolCallId, toolName, input | args}}, {@code {type: tool-result, ...,
 * output | result}}, {@code {type: reasoning, text}}, which LangChain writes as {@code {type: reasoning, reasoning}}, {@code {type: file | image, data | image | url, mediaType}}; those of its
 * user interface, which hold a call and its result together; and calls alone, without a type.
 *
 * @see <a href="https://ai-sdk.dev/docs/reference/ai-sdk-core/model-message">ModelMessage</a>
 */
final class AiSdkParts implements PartForm {
    private static final Set<String> SILENT = Set.of("step-start", "step-finish");
    private static final Set<String> SOURCES = Set.of("source", "source-url", "source-document");
    private static final Set<String> MEDIA = Set.of("file", "image");
    private static final Set<String> KNOWN = Set.of(
            "type",
            "toolCallId",
            "toolName",
            "toolCallType",
            "input",
            "args",
            "output",
            "result",
            "errorText",
            "error",
            "isError",
            "state",
            "toolInvocation",
            "text",
            "reasoning",
            "data",
            "image",
            "url",
            "mediaType",
            "mimeType",
            "filename",
            "providerExecuted");

    @Override
    public boolean fits(JsonNode part) {
        String type = Fields.word(part, "type");
        return SILENT.contains(type)
                || Approvals.isOne(part)
                || part.path("toolCallId").isTextual()
                || part.path("toolInvocation").isObject()
                || SOURCES.contains(type)
                || (type.equals("reasoning")
                        && (part.path("text").isTextual()
                                || part.path("reasoning").isTextual()))
                || (MEDIA.contains(type) && (part.has("mediaType") || part.has("mimeType") || part.has("image")));
    }

    @Override
    public void read(PartReading reading) throws UnreadableRecord {
        JsonNode part = reading.part();
        String type = reading.type();
        if (Approvals.isOne(part)) {
            reading.fields().keep(reading.place(), part);
            return;
        }
        JsonNode used = part.path("toolInvocation").isObject() ? part.path("toolInvocation") : part;
        if (used.path("toolCallId").isTextual()) {
            tool(reading, used, type);
        } else if (type.equals("reasoning")) {
            reading.into().reasoning(Fields.text(part, "text").orElseGet(() -> Fields.word(part, "reasoning")));
        } else if (MEDIA.contains(type)) {
            media(reading, type);
        }
        if (SOURCES.contains(type)) {
            reading.fields().keep(reading.place(), part);
        } else {
            reading.rest(KNOWN);
        }
    }

    private static void tool(PartReading reading, JsonNode used, String type) throws UnreadableRecord {
        Optional<String> id = Fields.filled(used, "toolCallId");
        boolean onlyResult = type.equals("tool-result") || type.equals("tool-error");
        Optional<String> tool = Fields.filled(used, "toolName")
                .or(() -> Optional.of(type.replaceFirst("^tool-", "")).filter(name -> !onlyResult && !name.isEmpty()));
        if (!onlyResult) {
            JsonNode arguments = used.has("input") ? used.path("input") : used.path("args");
            if (used.path("providerExecuted").asBoolean()) {
                reading.callOfProvider(id, tool.orElse(""), arguments);
            } else {
                reading.call(id, tool.orElse(""), arguments);
            }
        }
        Optional<JsonNode> brought = Stream.of("output", "result", "errorText", "error")
                .map(used::path)
                .filter(value -> !Fields.isEmpty(value))
                .findFirst()
                .or(() -> denied(used));
        if (brought.isPresent()) {
            if (used.has("errorText")
                    || used.has("error")
                    || used.path("isError").asBoolean()) {
                reading.fields().callFailed(id.orElse(""));
            }
            reading.result(id, tool, value(reading, id, brought.get()));
        } else if (onlyResult) {
            reading.result(id, tool, reading.part().path("output"));
        }
    }

    /** What brings a call of a user interface that somebody denied, {@code {state: approval-responded | output-denied, approval: {approved: false, reason}}}. */
    private static Optional<JsonNode> denied(JsonNode used) {
        JsonNode approval = used.path("approval");
        boolean denied = approval.has("approved") && !approval.path("approved").asBoolean();
        return denied ? Optional.of(TextNode.valueOf(Approvals.denial(approval))) : Optional.empty();
    }

    /** A result says its kind, {@code {type: text | json | content | error-text | error-json, value}}, or is the value. */
    private static JsonNode value(PartReading reading, Optional<String> id, JsonNode output) {
        boolean typed = output.isObject() && output.has("type") && output.has("value");
        if (typed && Fields.word(output, "type").startsWith("error")) {
            reading.fields().callFailed(id.orElse(""));
        }
        if (Fields.word(output, "type").equals("execution-denied")) {
            return TextNode.valueOf(Approvals.denial(output));
        }
        return typed ? output.path("value") : output;
    }

    private static void media(PartReading reading, String type) {
        JsonNode part = reading.part();
        Optional<String> mime = Fields.filled(part, "mediaType").or(() -> Fields.filled(part, "mimeType"));
        Optional<String> shown = Stream.of("data", "image", "url")
                .flatMap(name -> Fields.filled(part, name).stream())
                .findFirst();
        boolean isPlace =
                shown.filter(text -> text.matches("(?i)(https?|s3|gs|file):.*")).isPresent();
        reading.media(MediaReferences.held(
                mime.filter(name -> name.startsWith("image/")).isPresent() ? "image" : type,
                mime,
                isPlace ? Optional.empty() : shown,
                isPlace ? shown : Attachments.key(part.path("data")).or(() -> Fields.filled(part, "filename"))));
    }
}
