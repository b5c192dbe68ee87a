package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Events of spans, and log records, that tell one message each: OpenTelemetry's conventions up to 1.36. */
enum EventMessage {
    SYSTEM("gen_ai.system.message", "system", Side.INPUT),
    USER("gen_ai.user.message", "user", Side.INPUT),
    ASSISTANT("gen_ai.assistant.message", "assistant", Side.INPUT),
    TOOL("gen_ai.tool.message", "tool", Side.INPUT),
    CHOICE("gen_ai.choice", "assistant", Side.OUTPUT),
    /** All messages in one attribute, as instrumentations of before 1.27 wrote them. */
    PROMPT("gen_ai.content.prompt", "user", Side.INPUT),
    COMPLETION("gen_ai.content.completion", "assistant", Side.OUTPUT);

    /** Azure AI Inference has the whole message in one attribute. */
    private static final String CONTENT = "gen_ai.event.content";

    /** Whether a message went in or came out. */
    enum Side {
        INPUT,
        OUTPUT
    }

    private final String event;
    private final String role;
    private final Side side;

    EventMessage(String event, String role, Side side) {
        this.event = event;
        this.role = role;
        this.side = side;
    }

    static Optional<EventMessage> of(String event) {
        return Arrays.stream(values()).filter(kind -> kind.event.equals(event)).findFirst();
    }

    /** The event's name. */
    String event() {
        return event;
    }

    /** Who speaks where the event does not say. */
    String role() {
        return role;
    }

    Side side() {
        return side;
    }

    /** The messages of an event by its attributes or, in a log record, by its body; attributes that are read are marked so. */
    List<JsonNode> message(Attributes told) {
        if (this == PROMPT || this == COMPLETION) {
            JsonNode all = JsonInText.decoded(told.take(this == PROMPT ? "gen_ai.prompt" : "gen_ai.completion"));
            return all.isArray() ? list(all) : List.of(plain(all));
        }
        ObjectNode message = inOne(JsonInText.decoded(told.take(CONTENT)));
        lay(JsonInText.decoded(told.take("message")), message);
        copy(told, message, "content", "content");
        copy(told, message, "parts", "parts");
        copy(told, message, "tool_calls", "tool_calls");
        copy(told, message, "tool_call_id", "tool_call_id");
        copy(told, message, "id", "tool_call_id");
        copy(told, message, "name", "name");
        copy(told, message, "finish_reason", "finish_reason");
        told.use("index");
        told.use("CHAT_MESSAGE_INDEX"); // Semantic Kernel's
        told.use("role");
        told.use("gen_ai.system");
        if (message.path("content").isObject()) {
            message.set("content", AzureAgents.parts(message.path("content")));
        }
        if (Fields.word(message, "role").isEmpty()) {
            message.put("role", role);
        }
        return withResults(message, told);
    }

    /** What the one message of a tool says, arguments or result, a text where it is one; any other value as it is. */
    static JsonNode content(JsonNode told) {
        JsonNode messages = JsonInText.decoded(told);
        JsonNode message = messages.path(0);
        JsonNode part = message.path("parts").path(0);
        JsonNode held = part.has("arguments")
                ? part.path("arguments")
                : part.has("response") ? part.path("response") : message.path("content");
        if (messages.size() != 1 || !message.has("role") || held.isMissingNode()) {
            return told;
        }
        JsonNode content = JsonInText.decoded(held);
        JsonNode first = content.path(0);
        return content.size() == 1 && first.size() == 1 && first.path("text").isTextual()
                ? first.path("text")
                : content;
    }

    /** What the tools brought that an answer called, which Strands tells with the answer. */
    private static List<JsonNode> withResults(ObjectNode message, Attributes told) {
        JsonNode results = JsonInText.decoded(told.take("tool.result"));
        return Fields.isEmpty(results)
                ? List.of(message)
                : List.of(
                        message,
                        Json.MAPPER.createObjectNode().put("role", "tool").set("content", results));
    }

    /** The message of such an attribute: the message itself, a choice that holds it, or what it says. */
    private ObjectNode inOne(JsonNode content) {
        ObjectNode message = Json.MAPPER.createObjectNode();
        JsonNode inner = content.path("message");
        lay(inner.isObject() ? inner : content, message);
        message.remove("index");
        if (inner.isObject() && !Fields.isEmpty(content.path("finish_reason"))) {
            message.set("finish_reason", content.path("finish_reason"));
        }
        if (this == TOOL && message.has("id")) {
            message.set("tool_call_id", message.remove("id"));
        }
        return message;
    }

    /** A message as an object, or what it says. */
    private static void lay(JsonNode told, ObjectNode message) {
        if (told.isObject()) {
            message.setAll((ObjectNode) told);
        } else if (!told.isMissingNode()) {
            message.set("content", told);
        }
    }

    private static void copy(Attributes told, ObjectNode message, String name, String as) {
        JsonNode value = JsonInText.decoded(told.take(name));
        if (!Fields.isEmpty(value)) {
            message.set(as, value);
        }
    }

    private ObjectNode plain(JsonNode text) {
        return Json.MAPPER.createObjectNode().put("role", role).put("content", Fields.asText(text));
    }

    /** Messages; the first releases of Spring AI list texts alone. */
    private List<JsonNode> list(JsonNode array) {
        List<JsonNode> messages = new ArrayList<>();
        array.forEach(message -> messages.add(message.isTextual() ? plain(message) : message));
        return messages;
    }
}
