package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.PythonLiteral;
import dev.logmill.curation.json.Json;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The body of a log record. Loggers of Python take a text: Semantic Kernel gives them a message as JSON, others a dict, which
 * becomes what {@code str} makes of it. The distribution of AWS takes the messages of a span out of it and puts them all in one body,
 * {@code {input: {messages: [{role, content}]}, output: {messages}}}, a content being what an event of the span would tell.
 */
final class LogBody {
    private LogBody() {}

    /** The object that a body is or that its text holds; any other value as it is. */
    static JsonNode of(JsonNode record) {
        JsonNode body = JsonInText.decoded(AttributeValues.value(record.path("body")));
        return body.isTextual() ? PythonLiteral.dict(body.textValue()).orElse(body) : body;
    }

    /** A body that is not an object: what was said, and nothing else. */
    static Optional<String> plainText(JsonNode record) {
        JsonNode body = of(record);
        return body.isObject() || Fields.isEmpty(body) ? Optional.empty() : Optional.of(Fields.asText(body));
    }

    /** Whether a body holds all messages of a span. */
    static boolean isTalk(JsonNode record) {
        JsonNode body = of(record);
        return body.isObject()
                && Stream.of("input", "output")
                        .map(side -> body.path(side).path("messages").path(0))
                        .anyMatch(message -> message.path("role").isTextual());
    }

    /** Whether a body tells the work of a tool: its arguments alone went in. */
    static boolean isOfTool(JsonNode record) {
        JsonNode in = of(record).path("input").path("messages");
        return in.size() == 1 && in.path(0).path("role").asText().equals("tool");
    }

    /** The messages of such a body as the events that they were. */
    static void addEvents(JsonNode record, ArrayNode events) {
        JsonNode body = of(record);
        for (JsonNode message : body.path("input").path("messages")) {
            String role = Fields.word(message, "role");
            add(EventMessage.of("gen_ai.%s.message".formatted(role)).orElse(EventMessage.USER), message, events);
        }
        for (JsonNode message : body.path("output").path("messages")) {
            add(EventMessage.CHOICE, message, events);
        }
    }

    private static void add(EventMessage kind, JsonNode message, ArrayNode events) {
        JsonNode content = JsonInText.decoded(message.path("content"));
        ObjectNode event = events.addObject().put("name", kind.event());
        if (content.isObject()) {
            event.set("attributes", content);
        } else {
            event.set("attributes", Json.MAPPER.createObjectNode().set("content", content));
        }
    }
}
