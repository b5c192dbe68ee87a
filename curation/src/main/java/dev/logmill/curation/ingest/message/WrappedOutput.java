package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the messages that came out in the responses and states that frameworks log whole: of chat completions, Responses, Anthropic, Gemini, Bedrock, the AI SDK,
 * LangChain, Cohere and Pydantic AI. What none of the names is known of stays as it is.
 */
final class WrappedOutput {
    private static final List<String> LISTS = List.of("messages", "responseMessages", "replies", "tool_messages");
    private static final Set<String> ANSWERED = Set.of(
            "output",
            "answer",
            "result",
            "response",
            "text",
            "completion",
            "content",
            "final_output",
            "generated_text");

    /** What stands beside the content of an answer whose role goes without saying, as in AutoGen's CreateResult. */
    private static final Set<String> BESIDE_CONTENT =
            Set.of("content", "finish_reason", "stop_reason", "usage", "cached", "logprobs", "thought", "model", "id");

    private WrappedOutput() {}

    /** What came out. */
    static JsonNode of(JsonNode logged) {
        if (logged.isArray()) {
            JsonNode flat = Wrapping.flat(logged);
            // Hugging Face's one answer of several that could be asked for.
            boolean one = flat.size() == 1 && flat.path(0).has("generated_text");
            return one ? of(flat.path(0)) : flat;
        }
        if (!logged.isObject() || logged.has("role")) {
            return logged;
        }
        if (GoSpelling.isOne(logged)) {
            return of(GoSpelling.undone(logged));
        }
        if (Wrapping.isPrompt(logged)) {
            return logged.path("kwargs").path("messages");
        }
        JsonNode response = logged.path("response");
        return Stream.of(
                        list(response),
                        list(logged),
                        parts(response),
                        some(Wrapping.flat(logged.path("generations"))),
                        some(logged.path("choices")),
                        some(logged.path("candidates")),
                        object(logged.path("output").path("message")),
                        said(logged.path("message")),
                        AiSdkResult.of(logged),
                        crew(logged),
                        roleless(logged))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> plainOutput(logged));
    }

    private static JsonNode plainOutput(JsonNode logged) {
        boolean response = Fields.word(logged, "object").equals("response");
        return response && logged.path("output").isArray()
                ? logged.path("output")
                : Wrapping.sole(logged, ANSWERED).orElse(logged);
    }

    /** The content of an answer beside what a response tells of itself. */
    private static Optional<JsonNode> roleless(JsonNode logged) {
        JsonNode content = logged.path("content");
        boolean said = content.isTextual() || content.path(0).isObject();
        boolean alone = logged.properties().stream().map(Map.Entry::getKey).allMatch(BESIDE_CONTENT::contains);
        if (!said || !alone || logged.size() < 2) {
            return Optional.empty();
        }
        ObjectNode message = Json.MAPPER.createObjectNode().put("role", "assistant");
        Fields.filled(logged, "thought").ifPresent(thought -> message.put("reasoning_content", thought));
        boolean calls = content.path(0).has("name") && content.path(0).has("arguments");
        return Optional.of(message.set(calls ? "tool_calls" : "content", content));
    }

    private static Optional<JsonNode> list(JsonNode body) {
        return LISTS.stream()
                .map(name -> Wrapping.flat(body.path(name)))
                .filter(list -> list.isArray() && !list.isEmpty())
                .findFirst();
    }

    private static Optional<JsonNode> parts(JsonNode response) {
        return Optional.of(response).filter(body -> body.path("parts").isArray());
    }

    private static Optional<JsonNode> some(JsonNode list) {
        return Optional.of(list).filter(values -> values.isArray() && !values.isEmpty());
    }

    private static Optional<JsonNode> object(JsonNode message) {
        return Optional.of(message).filter(JsonNode::isObject);
    }

    /** The parts of an answer without who says them, as Strands logs it. */
    private static Optional<JsonNode> said(JsonNode parts) {
        if (!parts.path(0).isObject() || parts.path(0).has("role")) {
            return Optional.empty();
        }
        ObjectNode message = Json.MAPPER.createObjectNode().put("role", "assistant");
        return Optional.of(message.set("content", parts));
    }

    /** What a crew of CrewAI or one of its tasks brought, which stands beside the same in other forms. */
    private static Optional<JsonNode> crew(JsonNode logged) {
        boolean task = logged.has("agent") && logged.has("description");
        boolean crew = logged.has("json_dict") || logged.has("tasks_output") || task;
        return Optional.of(logged.path("raw")).filter(raw -> crew && raw.isTextual());
    }
}
