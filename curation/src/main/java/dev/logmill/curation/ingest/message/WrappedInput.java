package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the messages that went in in the requests and states that frameworks log whole: of chat completions, Responses, Anthropic, Gemini, Bedrock, the AI SDK,
 * LangChain, Cohere and Pydantic AI. What none of the names is known of stays as it is.
 */
final class WrappedInput {
    private static final List<String> SYSTEM = List.of("system", "instructions", "system_prompt");
    private static final Set<String> ASKED = Set.of("input", "question", "query", "prompt", "text", "user_input");

    private WrappedInput() {}

    /** What went in. */
    static JsonNode of(JsonNode logged) {
        if (logged.isArray()) {
            return Wrapping.flat(logged);
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
        JsonNode named = logged.path("kwargs"); // Of a Python function that was called with nothing but names.
        if (named.path("messages").isArray() && logged.path("args").isEmpty() && !logged.has("lc")) {
            return of(named);
        }
        if (logged.path("message").isTextual()
                && (logged.has("chat_history") || logged.has("preamble") || logged.has("tool_results"))) {
            return CohereDocuments.in(CohereHistory.messages(logged), logged);
        }
        if (logged.path("messages").isArray()) {
            return whole(system(logged), Wrapping.flat(logged.path("messages")));
        }
        JsonNode contents = logged.path("contents");
        if (!Fields.isEmpty(contents)) {
            return whole(gemini(logged), contents);
        }
        JsonNode prompts = logged.path("prompts");
        if (prompts.isArray() && prompts.size() == 1 && prompts.get(0).isTextual()) {
            return prompts.get(0);
        }
        for (String name : List.of("user_prompt", "prompt")) {
            if (!Fields.isEmpty(logged.path(name))) {
                return after(logged.path("message_history"), whole(system(logged), logged.path(name)));
            }
        }
        if (!Fields.isEmpty(logged.path("new_message"))) {
            return logged.path("new_message");
        }
        boolean request = logged.has("model") || logged.has("instructions");
        if (request && !Fields.isEmpty(logged.path("input"))) {
            return whole(system(logged), logged.path("input"));
        }
        return Wrapping.sole(logged, ASKED).orElse(logged);
    }

    /** A conversation that the history of a framework begins; a prompt alone is what the user says then. */
    private static JsonNode after(JsonNode history, JsonNode said) {
        if (!history.isArray() || history.isEmpty()) {
            return said;
        }
        ArrayNode messages = Json.MAPPER.createArrayNode();
        history.forEach(messages::add);
        if (said.isArray() && said.path(0).has("role")) {
            said.forEach(messages::add);
        } else {
            messages.addObject().put("role", "user").set("content", said);
        }
        return messages;
    }

    private static Optional<JsonNode> system(JsonNode request) {
        return SYSTEM.stream()
                .map(request::path)
                .filter(value -> !Fields.isEmpty(value))
                .findFirst();
    }

    private static Optional<JsonNode> gemini(JsonNode request) {
        return Stream.of(request, request.path("config"))
                .flatMap(body -> Stream.of(body.path("systemInstruction"), body.path("system_instruction")))
                .filter(value -> !Fields.isEmpty(value))
                .map(value -> value.has("parts") ? value.path("parts") : value)
                .findFirst();
    }

    /** The system's text before the messages, unless they begin with it; a text or parts are the user's. */
    private static JsonNode whole(Optional<JsonNode> system, JsonNode said) {
        JsonNode decoded = JsonInText.decoded(said);
        boolean told = decoded.path(0).path("role").asText().equals("system");
        if (system.isEmpty() || told) {
            return decoded;
        }
        ArrayNode messages = Json.MAPPER.createArrayNode();
        messages.addObject().put("role", "system").set("content", system.get());
        boolean listed = decoded.isArray() && decoded.path(0).isContainerNode() && !isPart(decoded.path(0));
        if (listed) {
            decoded.forEach(messages::add);
        } else if (decoded.has("role") || decoded.has("parts")) {
            messages.add(decoded);
        } else {
            messages.addObject().put("role", "user").set("content", decoded);
        }
        return messages;
    }

    private static boolean isPart(JsonNode value) {
        return value.has("media_type")
                || Set.of("text", "image_url", "input_text").contains(Fields.word(value, "type"));
    }
}
