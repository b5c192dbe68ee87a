package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.Failures;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.stream.GeminiStream;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
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
    private static final List<String> COUNTS =
            List.of("promptTokenCount", "candidatesTokenCount", "totalTokenCount", "thoughtsTokenCount");

    private static final Map<String, String> NUMBERED =
            Map.of("1", "STOP", "2", "MAX_TOKENS", "3", "SAFETY", "4", "RECITATION", "5", "OTHER");

    private static final Set<String> ASKED =
            Set.of("contents", "systemInstruction", "system_instruction", "httpOptions", "http_options");
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
        return body.path("candidates").isArray()
                || blocked(GeminiSpelling.answer(body)).isPresent();
    }

    private static Optional<String> blocked(JsonNode body) {
        return Fields.filled(body.path("promptFeedback"), "blockReason");
    }

    @Override
    public boolean streams(JsonNode event) {
        return answers(event) || counts(GeminiSpelling.answer(event).path("usageMetadata"));
    }

    /** LangChain's messages have usage of that name too, and other counts in it. */
    private static boolean counts(JsonNode usage) {
        return COUNTS.stream().anyMatch(usage::has);
    }

    /** Each chunk looks like an answer; only one that does not say why it ended is surely a chunk. */
    @Override
    public boolean isPiece(JsonNode element) {
        return streams(element)
                && Fields.isEmpty(GeminiSpelling.answer(element)
                        .path("candidates")
                        .path(0)
                        .path("finishReason"));
    }

    @Override
    public JsonNode assembled(List<JsonNode> events, Fields fields) {
        return GeminiStream.assembled(
                events.stream().map(GeminiSpelling::answer).toList(), fields);
    }

    @Override
    public Request request(JsonNode logged, Fields fields) throws UnreadableRecord {
        JsonNode request = GeminiSpelling.request(named(logged));
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

    /** LiteLLM calls the contents messages, or has the whole request there. */
    private static JsonNode named(JsonNode logged) {
        JsonNode messages = logged.path("messages");
        if (logged.has("contents") || !(logged instanceof ObjectNode) || Fields.isEmpty(messages)) {
            return logged;
        }
        ObjectNode request = logged.deepCopy();
        request.remove("messages");
        return messages.has("contents") ? request.setAll((ObjectNode) messages) : request.set("contents", messages);
    }

    /** A prompt that was blocked has no candidates: the reason stands in their place, and is what the model refused with. */
    @Override
    public Answer answer(JsonNode logged, Fields fields) throws UnreadableRecord {
        JsonNode body = GeminiSpelling.answer(logged);
        JsonNode candidates = body.path("candidates");
        boolean answered = !candidates.path(0).path("content").path("parts").isEmpty();
        Optional<String> blocked = blocked(body);
        List<Message> messages = answered
                ? new AnyMessages(fields).output(body, "response")
                : blocked.map(reason -> refusal(body.path("promptFeedback"), reason)).stream()
                        .toList();
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
                body.path("createTime"));
    }

    /** What Google says of it, else its reason. */
    private static Message refusal(JsonNode feedback, String reason) {
        return new Message(
                Role.ASSISTANT,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Fields.filled(feedback, "blockReasonMessage").orElse(reason)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
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
