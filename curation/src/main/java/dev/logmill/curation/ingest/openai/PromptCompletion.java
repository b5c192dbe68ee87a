package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A prompt and a text, as InvokeModel of Bedrock takes them for Amazon's Titan, Meta's Llama, AI21's Jurassic, Mistral's,
 * Cohere's and DeepSeek's models, and as Cohere's generate does. The prompt may hold a whole conversation in a template of the model's own: it
 * stands as what the user said, word for word.
 */
final class PromptCompletion implements Api {
    private static final Set<String> ASKED = Set.of("prompt", "inputText");
    private static final Set<String> BODY = Set.of(
            "id",
            "results",
            "inputTextTokenCount",
            "generation",
            "prompt_token_count",
            "generation_token_count",
            "stop_reason",
            "completions",
            "generations",
            "outputs",
            "choices",
            "outputText",
            "index",
            "totalOutputTextTokenCount",
            "completionReason",
            "meta",
            "prompt");

    @Override
    public String operation() {
        return "text_completion";
    }

    @Override
    public Optional<String> provider() {
        return Optional.empty();
    }

    @Override
    public boolean asks(JsonNode request) {
        return request.path("inputText").isTextual();
    }

    @Override
    public boolean answers(JsonNode body) {
        return text(body).isPresent();
    }

    private static Optional<JsonNode> text(JsonNode body) {
        return Stream.of(
                        body.path("results").path(0).path("outputText"),
                        body.path("generation"),
                        body.path("completions").path(0).path("data").path("text"),
                        body.path("generations").path(0).path("text"),
                        body.path("outputs").path(0).path("text"),
                        ofDeepSeek(body.path("choices").path(0)),
                        body.path("outputText"))
                .filter(JsonNode::isTextual)
                .findFirst();
    }

    /** OpenAI's older completions, which are not read, say finish_reason. */
    private static JsonNode ofDeepSeek(JsonNode choice) {
        boolean older = choice.has("finish_reason") || !choice.has("stop_reason");
        return older ? MissingNode.getInstance() : choice.path("text");
    }

    @Override
    public boolean streams(JsonNode event) {
        return event.path("outputText").isTextual() && event.has("inputTextTokenCount");
    }

    @Override
    public JsonNode assembled(List<JsonNode> events, Fields fields) {
        StringBuilder said = new StringBuilder();
        events.forEach(event -> said.append(Fields.word(event, "outputText")));
        JsonNode last = events.get(events.size() - 1);
        if (Fields.isEmpty(last.path("completionReason"))) {
            fields.note(Fidelity.PARTIAL_STREAM);
        }
        ObjectNode whole = last.deepCopy();
        return whole.put("outputText", said.toString());
    }

    @Override
    public Request request(JsonNode request, Fields fields) {
        List<Message> asked = Fields.filled(request, "inputText")
                .or(() -> Fields.filled(request, "prompt"))
                .map(prompt -> Message.of(Role.USER, prompt))
                .stream()
                .toList();
        return new Request(asked, List.of(), Request.parameters(request, ASKED), Optional.empty());
    }

    @Override
    public Answer answer(JsonNode body, Fields fields) throws UnreadableRecord {
        fields.keepRest("response", body, BODY);
        JsonNode result = Stream.of("results", "generations", "outputs", "completions", "choices")
                .map(name -> body.path(name).path(0))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(body);
        return new Answer(
                text(body).map(said -> Message.of(Role.ASSISTANT, said.textValue())).stream()
                        .toList(),
                Fields.filled(body, "id"),
                Optional.empty(),
                ending(result).or(() -> ending(body)),
                usage(body, result),
                Optional.empty(),
                MissingNode.getInstance());
    }

    /** Titan's FINISH is an end like any other. */
    private static Optional<String> ending(JsonNode result) {
        return Fields.filled(result, "completionReason")
                .or(() -> Fields.filled(result, "stop_reason"))
                .or(() -> Fields.filled(result, "finish_reason"))
                .or(() -> Fields.filled(result.path("finishReason"), "reason"))
                .map(word -> word.equals("FINISH") || word.equals("endoftext") ? "stop" : word);
    }

    private static Optional<Usage> usage(JsonNode body, JsonNode result) {
        Usage usage = new Usage(
                Fields.count(body, "inputTextTokenCount")
                        .or(() -> Fields.count(body, "prompt_token_count"))
                        .or(() -> Fields.count(body.path("meta").path("billed_units"), "input_tokens")),
                Fields.count(result, "tokenCount")
                        .or(() -> Fields.count(body, "totalOutputTextTokenCount"))
                        .or(() -> Fields.count(body, "generation_token_count"))
                        .or(() -> Fields.count(body.path("meta").path("billed_units"), "output_tokens")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return usage.equals(Usage.NONE) ? Optional.empty() : Optional.of(usage);
    }
}
