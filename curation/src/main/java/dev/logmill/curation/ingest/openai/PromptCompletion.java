package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.ChatMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.stream.ClaudeTextStream;
import dev.logmill.curation.ingest.stream.InvokedTextStream;
import dev.logmill.curation.ingest.stream.TextStream;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A prompt and a text, as InvokeModel of Bedrock takes them for Amazon's Titan, Meta's Llama, AI21's Jurassic, Mistral's,
 * Cohere's and DeepSeek's models and Anthropic's older ones, as Cohere's generate does, and OpenAI's completions and what imitates them. The prompt may hold a whole conversation in a template of the model's own: it
 * stands as what the user said, word for word.
 */
final class PromptCompletion implements Api {
    private static final Set<String> ASKED = Set.of("prompt", "inputText");
    private static final Set<String> CHOICE = Set.of("index", "text", "finish_reason", "stop_reason");
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
            "object",
            "created",
            "model",
            "usage",
            "outputText",
            "completion",
            "stop",
            "type",
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
        return request.path("inputText").isTextual()
                || (request.path("prompt").isTextual() && !request.has("messages"));
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
                        ofChoice(body),
                        body.path("outputText"),
                        older(body))
                .filter(JsonNode::isTextual)
                .findFirst();
    }

    /** Of Claude before its messages. */
    private static JsonNode older(JsonNode body) {
        return ClaudeTextStream.isChunk(body) ? body.path("completion") : MissingNode.getInstance();
    }

    @Override
    public boolean streams(JsonNode event) {
        return InvokedTextStream.isChunk(event) || isChunk(event) || ClaudeTextStream.isChunk(event);
    }

    /** A chunk of some models looks like an answer; of those only one that does not say why it ended is surely a chunk. */
    @Override
    public boolean isPiece(JsonNode element) {
        boolean ended = !Fields.isEmpty(element.path("stop_reason"))
                || !Fields.isEmpty(element.path("outputs").path(0).path("stop_reason"));
        return isChunk(element) || (streams(element) && !ended);
    }

    /** Of OpenAI's completions: a piece of the text, in an object of the whole answer's form. */
    private static boolean isChunk(JsonNode event) {
        return ofChoice(event).isTextual();
    }

    /** The text of a choice that holds no message, whole or in pieces: together's chunks of a chat have both. */
    private static JsonNode ofChoice(JsonNode body) {
        JsonNode choice = body.path("choices").path(0);
        boolean chat = choice.path("message").isObject() || choice.path("delta").isObject();
        return chat ? MissingNode.getInstance() : choice.path("text");
    }

    @Override
    public JsonNode assembled(List<JsonNode> events, Fields fields) {
        if (events.stream().anyMatch(PromptCompletion::isChunk)) {
            return TextStream.assembled(events, fields);
        }
        if (events.stream().anyMatch(ClaudeTextStream::isChunk)) {
            return ClaudeTextStream.assembled(events, fields);
        }
        return InvokedTextStream.assembled(events, fields);
    }

    @Override
    public Request request(JsonNode request, Fields fields) throws UnreadableRecord {
        JsonNode prompt = request.path("prompt");
        boolean several = prompt.size() > 1 && prompt.path(0).isTextual();
        if (several) {
            throw new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD,
                    "request.prompt: several prompts in one call, each with an answer of its own; a call of one prompt can be read");
        }
        if (prompt.path(0).isNumber()) {
            fields.keep("request.prompt", prompt);
        }
        List<Message> asked = Fields.filled(request, "inputText")
                .or(() -> Fields.text(prompt.isArray() ? prompt.path(0) : prompt))
                .map(text -> Message.of(Role.USER, text))
                .stream()
                .toList();
        // LiteLLM calls the prompt of every API messages.
        JsonNode messages = request.path("messages");
        if (asked.isEmpty() && messages.isArray()) {
            asked = new ChatMessages(fields).messages(messages, "request.messages");
        }
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
        JsonNode choices = body.path("choices");
        for (int i = 0; i < choices.size(); i++) {
            fields.keepRest("response.choices[" + i + "]", choices.path(i), CHOICE);
        }
        return new Answer(
                said(body),
                Fields.filled(body, "id"),
                Fields.filled(body, "model"),
                ending(result).or(() -> ending(body)),
                CompletionUsage.of(body, result),
                Optional.empty(),
                body.path("created"));
    }

    /** The text, and behind it the alternatives that OpenAI's completions list. */
    private static List<Message> said(JsonNode body) {
        List<Message> said = new ArrayList<>();
        for (JsonNode choice : body.path("choices")) {
            Fields.text(choice, "text").ifPresent(text -> said.add(Message.of(Role.ASSISTANT, text)));
        }
        return said.isEmpty()
                ? text(body).map(text -> Message.of(Role.ASSISTANT, text.textValue())).stream()
                        .toList()
                : said;
    }

    /** Titan's FINISH is an end like any other. */
    private static Optional<String> ending(JsonNode result) {
        return Fields.filled(result, "completionReason")
                .or(() -> Fields.filled(result, "stop_reason"))
                .or(() -> Fields.filled(result, "finish_reason"))
                .or(() -> Fields.filled(result.path("finishReason"), "reason"))
                .map(word -> word.equals("FINISH") || word.equals("endoftext") ? "stop" : word);
    }
}
