package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Embeddings of OpenAI and the servers that speak like it, of Amazon's Titan, Cohere and Ollama: each text is what a user said, and the vectors are kept
 * nowhere. LiteLLM calls the texts messages, and may leave the vectors out.
 */
final class Embeddings implements Api {
    private static final List<String> TEXTS = List.of("input", "inputText", "texts", "prompt");
    private static final Set<String> BODY = Set.of(
            "id",
            "object",
            "model",
            "data",
            "embedding",
            "embeddings",
            "embeddingsByType",
            "texts",
            "usage",
            "inputTextTokenCount");

    @Override
    public String operation() {
        return "embeddings";
    }

    @Override
    public SpanKind kind() {
        return SpanKind.EMBEDDING;
    }

    @Override
    public Optional<String> provider() {
        return Optional.empty();
    }

    @Override
    public boolean asks(JsonNode request) {
        boolean named = Stream.of("model", "modelId")
                .anyMatch(name -> Fields.word(request, name).contains("embed"));
        return named && TEXTS.stream().anyMatch(request::has);
    }

    @Override
    public boolean answers(JsonNode body) {
        return body.path("data").path(0).has("embedding")
                || body.path("embedding").isArray()
                || !Fields.isEmpty(body.path("embeddings"))
                || isWithoutVectors(body);
    }

    /** A list of nothing that cost tokens; other lists of OpenAI's count none. */
    private static boolean isWithoutVectors(JsonNode body) {
        return Fields.word(body, "object").equals("list")
                && body.path("data").isArray()
                && body.path("data").isEmpty()
                && body.path("usage").has("prompt_tokens");
    }

    @Override
    public boolean streams(JsonNode event) {
        return false;
    }

    @Override
    public JsonNode assembled(List<JsonNode> events, Fields fields) {
        return MissingNode.getInstance();
    }

    @Override
    public Request request(JsonNode request, Fields fields) {
        List<Message> said = new ArrayList<>();
        TEXTS.forEach(name -> addTo(said, request.path(name)));
        if (said.isEmpty()) {
            addTo(said, request.path("messages"));
        }
        return new Request(said, List.of(), Request.parameters(request, Set.copyOf(TEXTS)), Optional.empty());
    }

    private static void addTo(List<Message> said, JsonNode told) {
        for (JsonNode element : told.isArray() ? told : List.of(told)) {
            JsonNode text = element.path("role").isTextual() ? element.path("content") : element;
            if (text.isTextual()) {
                said.add(Message.of(Role.USER, text.textValue()));
            }
        }
    }

    @Override
    public Answer answer(JsonNode body, Fields fields) {
        fields.keepRest("response", body, BODY);
        return new Answer(
                List.of(),
                Fields.filled(body, "id"),
                Fields.filled(body, "model"),
                Optional.empty(),
                usage(body),
                Optional.empty(),
                MissingNode.getInstance());
    }

    private static Optional<Usage> usage(JsonNode body) {
        return UsageConvention.CHAT.read(body.path("usage")).or(() -> Fields.count(body, "inputTextTokenCount")
                .map(count -> new Usage(
                        Optional.of(count), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
    }
}
