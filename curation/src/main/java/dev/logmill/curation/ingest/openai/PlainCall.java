package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.WithheldText;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.stream.EventText;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A call that was logged without any API's bodies: an {@code input} and, as {@code output}, a text, one message or the choices of
 * a chat completion.
 */
final class PlainCall {
    /** What the body of an API, of a stream or of a page begins with. */
    private static final List<String> BODIES = List.of("{", "[", "data:", "event:", "id:", ":", "<!", "<html", "<?xml");

    private static final int FAILED = 400;
    private static final Set<String> FAILURES = Set.of("error", "failed", "failure", "timeout");

    private PlainCall() {}

    /** Whether a record tells an input, an output or both in this way, and nothing of an API's beside them. */
    static boolean isOne(JsonNode record) {
        boolean told = !Fields.isEmpty(record.path("input")) || !Fields.isEmpty(record.path("output"));
        boolean ofAnApi = Stream.of(Envelope.REQUESTS, Envelope.RESPONSES, List.of("messages", "contents"))
                .flatMap(List::stream)
                .anyMatch(name -> !name.equals("output") && !Fields.isEmpty(record.path(name)));
        JsonNode output = record.path("output");
        return told && !ofAnApi && (Fields.isEmpty(output) || answers(output));
    }

    /** Whether an output is an answer as it stands. A text may well be JSON, as long as it is no API's body in text. */
    static boolean answers(JsonNode output) {
        return output.isTextual()
                ? !EventText.isOne(output.textValue()) && !isBody(JsonInText.decoded(output))
                : (output.path("role").isTextual() && !output.has("type")) || areChoices(output);
    }

    /** Whether a record asks in fields of its own, and tells of no failure, whose text an answer would be. */
    static boolean isSpoken(JsonNode record) {
        boolean failed = !Fields.isEmpty(record.path("error"))
                || Key.STATUS.names().stream().map(record::path).anyMatch(PlainCall::isFailure);
        return !failed && (record.has("messages") || record.path("prompt").isTextual()) && !record.has("done");
    }

    private static boolean isFailure(JsonNode status) {
        return status.asInt() >= FAILED || FAILURES.contains(status.asText().toLowerCase(Locale.ROOT));
    }

    /** Whether a text is what a model said rather than the body of a page or an API, whole or cut. */
    static boolean isSpeech(JsonNode answer) {
        String text = answer.isTextual() ? answer.textValue().stripLeading() : "";
        return !text.isEmpty()
                && !Body.isLost(text)
                && BODIES.stream().noneMatch(body -> text.regionMatches(true, 0, body, 0, body.length()));
    }

    /** The mark that LiteLLM leaves instead of an answer, which it may wrap, {@code {text: redacted-by-litellm}}; any other answer as it is. */
    static JsonNode withheld(JsonNode answer) {
        JsonNode text = answer.path("text");
        return answer.size() == 1 && WithheldText.isMark(text.asText()) ? text : answer;
    }

    /** The message that a framework made of an answer and logged instead of it, as the chat completion that it was; any other answer as it is. */
    static JsonNode ofFramework(JsonNode answer) {
        JsonNode told = JsonInText.decoded(answer);
        return told.isObject() && !told.has("role") && AnyMessages.isOfFramework(told) ? answer(told) : answer;
    }

    private static boolean areChoices(JsonNode output) {
        JsonNode first = output.path(0);
        return first.path("message").isObject() && (first.has("index") || first.has("finish_reason"));
    }

    /** Whether a request that says its messages as {@code input} is of an API that calls them {@code messages}. */
    static boolean isChat(JsonNode request, JsonNode answer) {
        Body body = Body.of(answer);
        JsonNode first = JsonInText.decoded(request.path("input")).path(0);
        return !request.has("messages")
                && first.has("role")
                && KnownApi.of(request, body, false)
                        .filter(api -> api.asks(request))
                        .isEmpty()
                && (body.whole().isObject() || !body.events().isEmpty());
    }

    private static boolean isBody(JsonNode decoded) {
        if (decoded.isTextual()) {
            return false;
        }
        Body body = Body.of(decoded.has("body") ? decoded.path("body") : decoded);
        return KnownApi.ALL.stream()
                        .anyMatch(api -> api.answers(body.whole())
                                || body.events().stream().anyMatch(api::streams))
                || !body.error().isMissingNode();
    }

    /** The answer as a chat completion. */
    static JsonNode answer(JsonNode output) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        if (output.isArray()) {
            return body.set("choices", output);
        }
        ObjectNode choice = body.putArray("choices").addObject();
        if (output.isTextual()) {
            choice.putObject("message").set("content", output);
        } else {
            choice.set("message", output);
        }
        return body;
    }

    /** The request with a list of messages, where it has a text instead: the list as JSON, else what the user said. */
    static JsonNode spoken(JsonNode request) {
        JsonNode logged = request.path("messages");
        if (!logged.isTextual() || logged.textValue().isBlank() || !(request instanceof ObjectNode told)) {
            return request;
        }
        ObjectNode spoken = told.deepCopy();
        JsonNode messages = JsonInText.decoded(logged);
        if (messages.isArray()) {
            return spoken.set("messages", messages);
        }
        spoken.putArray("messages").addObject().put("role", "user").set("content", logged);
        return spoken;
    }

    /** The request as one of chat completions: messages as they are, anything else as what the user said. */
    static JsonNode request(JsonNode request) {
        JsonNode logged = request.path("input");
        if (!request.isObject() || Fields.isEmpty(logged)) {
            return request;
        }
        ObjectNode chat = Json.MAPPER.createObjectNode();
        request.properties().forEach(field -> chat.set(field.getKey(), field.getValue()));
        chat.remove("input");
        JsonNode input = JsonInText.decoded(logged);
        if (input.path(0).has("role")) {
            chat.set("messages", input);
        } else {
            chat.putArray("messages").addObject().put("role", "user").put("content", Fields.asText(logged));
        }
        return chat;
    }
}
