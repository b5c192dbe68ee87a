package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.stream.ConverseStream;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Bedrock's Converse, whose bodies Amazon's Nova models also have under InvokeModel.
 *
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</a>
 */
final class BedrockConverse implements Api {
    private static final Set<String> ASKED = Set.of("toolConfig", "modelId");
    private static final Set<String> BODY =
            Set.of("output", "stopReason", "usage", "metrics", "$metadata", "ResponseMetadata");

    @Override
    public String operation() {
        return "converse";
    }

    @Override
    public Optional<String> provider() {
        return Optional.of("aws.bedrock");
    }

    @Override
    public boolean asks(JsonNode request) {
        return request.path("messages").isArray()
                && (request.has("inferenceConfig")
                        || request.has("toolConfig")
                        || request.has("modelId")
                        || request.has("guardrailConfig")
                        || isBlock(
                                request.path("messages").path(0).path("content").path(0)));
    }

    private static boolean isBlock(JsonNode content) {
        return content.isObject() && !content.has("type");
    }

    @Override
    public boolean answers(JsonNode body) {
        return body.path("output").path("message").isObject();
    }

    @Override
    public boolean streams(JsonNode event) {
        return ConverseStream.isEvent(event);
    }

    @Override
    public JsonNode assembled(List<JsonNode> events, Fields fields) {
        return ConverseStream.assembled(events, fields);
    }

    @Override
    public Request request(JsonNode request, Fields fields) throws UnreadableRecord {
        return new Request(
                request.path("messages").isArray() ? new AnyMessages(fields).input(request, "request") : List.of(),
                new OfferedTools(fields).of(request.has("toolConfig") ? request.path("toolConfig") : request),
                Request.parameters(request, ASKED),
                Optional.empty());
    }

    @Override
    public Answer answer(JsonNode body, Fields fields) throws UnreadableRecord {
        fields.keepRest("response", body, BODY);
        JsonNode message = body.path("output").path("message");
        return new Answer(
                message.path("content").isEmpty() ? List.of() : new AnyMessages(fields).output(message, "response"),
                Fields.filled(body.path("$metadata"), "requestId")
                        .or(() -> Fields.filled(body.path("ResponseMetadata"), "RequestId")),
                Optional.empty(),
                Fields.filled(body, "stopReason"),
                usage(body.path("usage")),
                Optional.empty(),
                MissingNode.getInstance());
    }

    /** What came from the cache, or went into it, stands beside the input. */
    static Optional<Usage> usage(JsonNode counted) {
        Optional<Long> read = Fields.count(counted, "cacheReadInputTokens")
                .or(() -> Fields.count(counted, "cacheReadInputTokenCount"));
        Optional<Long> write = Fields.count(counted, "cacheWriteInputTokens")
                .or(() -> Fields.count(counted, "cacheWriteInputTokenCount"));
        long beside = read.orElse(0L) + write.orElse(0L);
        Usage usage = new Usage(
                Fields.count(counted, "inputTokens")
                        .or(() -> Fields.count(counted, "inputTokenCount"))
                        .map(input -> input + beside),
                Fields.count(counted, "outputTokens").or(() -> Fields.count(counted, "outputTokenCount")),
                read,
                write,
                Optional.empty());
        return usage.equals(Usage.NONE) ? Optional.empty() : Optional.of(usage);
    }
}
