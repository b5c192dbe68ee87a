package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.Failures;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.stream.GeminiStream;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gemini's generateContent, of the Gemini API and of Vertex AI.
 *
 * @see <a href="https://ai.google.dev/api/generate-content">generateContent</a>
 */
final class Gemini implements Api {
    /** The reasons by their numbers in Google's protocol buffers, as some clients log them. */
    private static final Map<String, String> NUMBERED =
            Map.of("1", "STOP", "2", "MAX_TOKENS", "3", "SAFETY", "4", "RECITATION", "5", "OTHER");

    private static final Set<String> ASKED = Set.of("contents", "systemInstruction", "system_instruction");
    private static final Set<String> BODY =
            Set.of("candidates", "usageMetadata", "modelVersion", "responseId", "createTime", "error");

    @Override
    public String operation() {
        return "generate_content";
    }

    @Override
    public Optional<String> provider() {
        return Optional.of("google");
    }

    @Override
    public boolean asks(JsonNode request) {
        return !Fields.isEmpty(request.path("contents"));
    }

    @Override
    public boolean answers(JsonNode body) {
        return body.path("candidates").isArray() || body.path("promptFeedback").has("blockReason");
    }

    @Override
    public boolean streams(JsonNode event) {
        return answers(event) || event.has("usageMetadata");
    }

    /** Each chunk looks like an answer; only one that does not say why it ended is surely a chunk. */
    @Override
    public boolean isPiece(JsonNode element) {
        return streams(element) && !element.path("candidates").path(0).has("finishReason");
    }

    @Override
    public JsonNode assembled(List<JsonNode> events, Fields fields) {
        return GeminiStream.assembled(events, fields);
    }

    @Override
    public Request request(JsonNode request, Fields fields) throws UnreadableRecord {
        if (!Fields.isEmpty(request.path("cachedContent"))) {
            // The conversation begins with what the provider keeps under that name.
            fields.note(Fidelity.MISSING_MESSAGES);
        }
        return new Request(
                asks(request) ? new AnyMessages(fields).input(request, "request") : List.of(),
                new OfferedTools(fields).of(request),
                Request.parameters(request, ASKED),
                Optional.empty());
    }

    /** A prompt that was blocked has no candidates, and the reason stands in their place. */
    @Override
    public Answer answer(JsonNode body, Fields fields) throws UnreadableRecord {
        JsonNode candidates = body.path("candidates");
        boolean answered = !candidates.path(0).path("content").path("parts").isEmpty();
        List<Message> messages = answered ? new AnyMessages(fields).output(body, "response") : List.of();
        Optional<String> blocked = Fields.filled(body.path("promptFeedback"), "blockReason");
        fields.keepRest("response", body, BODY);
        JsonNode grounded = candidates.path(0).path("groundingMetadata");
        if (!Fields.isEmpty(grounded.path("webSearchQueries")) || !Fields.isEmpty(grounded.path("groundingChunks"))) {
            fields.note(Fidelity.PROVIDER_TOOLS);
        }
        return new Answer(
                messages,
                Fields.filled(body, "responseId"),
                Fields.filled(body, "modelVersion"),
                Fields.filled(candidates.path(0), "finishReason")
                        .map(word -> NUMBERED.getOrDefault(word, word))
                        .map(word -> word.equals("STOP") && calls(messages) ? "tool_calls" : word)
                        .or(() -> blocked.map(reason -> "safety")),
                usage(body.path("usageMetadata")),
                Failures.of(body, "error"),
                MissingNode.getInstance());
    }

    /** It stops to have its tools called as it stops at an end. */
    private static boolean calls(List<Message> messages) {
        return !messages.isEmpty()
                && !messages.get(messages.size() - 1).toolCalls().isEmpty();
    }

    /** Thoughts stand beside what the candidates count; what came from the cache is part of the prompt. */
    static Optional<Usage> usage(JsonNode counted) {
        Optional<Long> thoughts = Fields.count(counted, "thoughtsTokenCount");
        Optional<Long> said = Fields.count(counted, "candidatesTokenCount");
        Optional<Long> output = said.isPresent() || thoughts.isPresent()
                ? Optional.of(said.orElse(0L) + thoughts.orElse(0L))
                : Optional.empty();
        Usage usage = new Usage(
                Fields.count(counted, "promptTokenCount")
                        .map(prompt -> prompt
                                + Fields.count(counted, "toolUsePromptTokenCount")
                                        .orElse(0L)),
                output,
                Fields.count(counted, "cachedContentTokenCount"),
                Optional.empty(),
                thoughts);
        return usage.equals(Usage.NONE) ? Optional.empty() : Optional.of(usage);
    }
}
