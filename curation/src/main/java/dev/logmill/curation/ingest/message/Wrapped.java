package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the messages in the requests, responses and states that frameworks log whole: of chat completions, Responses,
 * Anthropic, Gemini, Bedrock, the AI SDK, LangChain and Pydantic AI. What none of the names is known of stays as it is.
 */
final class Wrapped {
    private static final List<String> SYSTEM = List.of("system", "instructions", "system_prompt");
    private static final List<String> LISTS = List.of("messages", "responseMessages", "replies");
    private static final Set<String> ASKED = Set.of("input", "question", "query", "prompt", "text", "user_input");
    private static final Set<String> ANSWERED = Set.of("output", "answer", "result", "response", "text", "completion");

    private Wrapped() {}

    /** What went in. */
    static JsonNode input(JsonNode logged) {
        if (logged.isArray()) {
            return flat(logged);
        }
        if (!logged.isObject() || logged.has("role")) {
            return logged;
        }
        if (GoSpelling.isOne(logged)) {
            return input(GoSpelling.undone(logged));
        }
        if (isPrompt(logged)) {
            return logged.path("kwargs").path("messages");
        }
        JsonNode named = logged.path("kwargs"); // Of a Python function that was called with nothing but names.
        if (named.path("messages").isArray() && logged.path("args").isEmpty() && !logged.has("lc")) {
            return input(named);
        }
        if (logged.path("message").isTextual() && (logged.has("chat_history") || logged.has("preamble"))) {
            return cohere(logged);
        }
        if (logged.path("messages").isArray()) {
            return whole(system(logged), flat(logged.path("messages")));
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
        return sole(logged, ASKED).orElse(logged);
    }

    /** Whether a value is the messages that a template of LangChain made, serialised. */
    private static boolean isPrompt(JsonNode logged) {
        return logged.has("lc") && logged.path("kwargs").path("messages").isArray();
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

    /** A request of Cohere's first version: what the user says now stands beside what was said before. */
    private static JsonNode cohere(JsonNode request) {
        ArrayNode messages = Json.MAPPER.createArrayNode();
        if (!Fields.isEmpty(request.path("preamble"))) {
            messages.addObject().put("role", "system").set("content", request.path("preamble"));
        }
        for (JsonNode before : request.path("chat_history")) {
            ObjectNode said = messages.addObject();
            String role = Fields.word(before, "role").toLowerCase(Locale.ROOT);
            said.put("role", role.equals("chatbot") ? "assistant" : role).set("content", before.path("message"));
            if (before.path("tool_calls").isArray()) {
                said.set("tool_calls", before.path("tool_calls"));
            }
        }
        messages.addObject().put("role", "user").set("content", request.path("message"));
        return messages;
    }

    /** What came out. */
    static JsonNode output(JsonNode logged) {
        if (logged.isArray()) {
            return flat(logged);
        }
        if (!logged.isObject() || logged.has("role")) {
            return logged;
        }
        if (GoSpelling.isOne(logged)) {
            return output(GoSpelling.undone(logged));
        }
        if (isPrompt(logged)) {
            return logged.path("kwargs").path("messages");
        }
        JsonNode response = logged.path("response");
        return Stream.of(
                        list(response),
                        list(logged),
                        parts(response),
                        some(flat(logged.path("generations"))),
                        some(logged.path("choices")),
                        some(logged.path("candidates")),
                        object(logged.path("output").path("message")),
                        said(logged.path("message")),
                        aiSdk(logged),
                        crew(logged))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> plainOutput(logged));
    }

    private static JsonNode plainOutput(JsonNode logged) {
        boolean response = Fields.word(logged, "object").equals("response");
        return response && logged.path("output").isArray()
                ? logged.path("output")
                : sole(logged, ANSWERED).orElse(logged);
    }

    private static Optional<JsonNode> list(JsonNode body) {
        return LISTS.stream()
                .map(name -> flat(body.path(name)))
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

    /** What a crew of CrewAI brought, which stands beside the same in other forms. */
    private static Optional<JsonNode> crew(JsonNode logged) {
        boolean crew = logged.has("json_dict") || logged.has("tasks_output");
        return Optional.of(logged.path("raw")).filter(raw -> crew && raw.isTextual());
    }

    /** A result of the AI SDK without its messages: what each of its steps said, where it tells them, else the whole. */
    private static Optional<JsonNode> aiSdk(JsonNode logged) {
        boolean result = logged.has("finishReason") || logged.has("toolCalls") || logged.has("steps");
        boolean says = logged.has("text") || logged.has("toolCalls") || logged.has("object");
        if (!result || logged.path("content").isArray() || !says) {
            return Optional.empty();
        }
        ArrayNode messages = Json.MAPPER.createArrayNode();
        for (JsonNode step : logged.path("steps")) {
            JsonNode content = step.path("content").isArray() ? step.path("content") : partsOf(step);
            if (!content.isEmpty()) {
                messages.addObject().put("role", "assistant").set("content", content);
            }
        }
        if (messages.size() > 1) {
            return Optional.of(messages);
        }
        ObjectNode message = Json.MAPPER.createObjectNode().put("role", "assistant");
        return Optional.of(message.set("content", partsOf(logged)));
    }

    /** What a result or one step of it says, as parts. */
    private static ArrayNode partsOf(JsonNode result) {
        ArrayNode parts = Json.MAPPER.createArrayNode();
        Stream.of(result.path("reasoningText"), result.path("reasoning"))
                .filter(thought -> thought.isTextual() && !thought.textValue().isEmpty())
                .findFirst()
                .ifPresent(thought -> parts.addObject().put("type", "reasoning").set("text", thought));
        JsonNode text = result.path("text");
        if (!Fields.isEmpty(text)) {
            parts.addObject().put("type", "text").set("text", text);
        } else if (result.path("object").isContainerNode()) {
            parts.addObject().put("type", "text").put("text", Json.canonical(result.path("object")));
        }
        result.path("toolCalls").forEach(parts::add);
        result.path("toolResults").forEach(parts::add);
        return parts;
    }

    /** The value of an object's only field, where its name says what it is and it is a text, a list or an object. */
    private static Optional<JsonNode> sole(JsonNode body, Set<String> names) {
        if (body.size() != 1) {
            return Optional.empty();
        }
        String name = body.fieldNames().next();
        JsonNode value = JsonInText.decoded(body.path(name));
        return names.contains(name) && !Fields.isEmpty(value) && !value.isNumber()
                ? Optional.of(value)
                : Optional.empty();
    }

    /** Models of LangChain are asked several conversations at once; logged is mostly one, in a list of its own. */
    private static JsonNode flat(JsonNode list) {
        JsonNode inner = list.path(0);
        boolean batch = list.isArray()
                && list.size() == 1
                && inner.isArray()
                && (inner.isEmpty() || inner.path(0).isContainerNode());
        return batch ? inner : list;
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
