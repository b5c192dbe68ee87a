package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pydantic AI's own names: in its first format the messages of a call are the list {@code events}, each with the name of its event, and
 * those of a whole run {@code all_messages_events}; later ones have {@code pydantic_ai.all_messages} beside OpenTelemetry's
 * names. Of a run, what the last answer says is what came out. Source: {@code pydantic_ai.models.instrumented}.
 */
final class PydanticAi implements AttributeDialect {
    private static final List<String> RUNS = List.of("pydantic_ai.all_messages", "all_messages_events");
    private static final String CALL = "events";
    private static final String NAME = "event.name";

    @Override
    public Map<Field, List<String>> names() {
        return Map.of();
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        boolean run = RUNS.stream().anyMatch(span.attributes()::has)
                && span.attributes().has("agent_name");
        return run ? Optional.of(SpanKind.AGENT) : Optional.empty();
    }

    @Override
    public JsonNode input(Carried span) {
        ArrayNode all = messages(span);
        ArrayNode asked = Json.MAPPER.createArrayNode();
        for (int i = 0; i < answer(all); i++) {
            asked.add(all.get(i));
        }
        return asked;
    }

    @Override
    public JsonNode output(Carried span) {
        ArrayNode all = messages(span);
        int at = answer(all);
        JsonNode last = span.attributes().take("final_result");
        return at < all.size() ? all.get(at) : last;
    }

    /** A part of what each request says, the rest of which stays as it is. */
    @Override
    public JsonNode tools(Carried span) {
        return JsonInText.decoded(span.attributes().peek("model_request_parameters"))
                .path("function_tools");
    }

    /** Where the last answer stands; behind the last message where none has answered. */
    private static int answer(ArrayNode messages) {
        int at = messages.size() - 1;
        boolean answered = at >= 0 && Fields.word(messages.get(at), "role").equals("assistant");
        return answered ? at : messages.size();
    }

    /** The messages that went in and came out, oldest first. */
    private static ArrayNode messages(Carried span) {
        ArrayNode messages = Json.MAPPER.createArrayNode();
        for (String run : RUNS) {
            list(span, run).forEach(message -> messages.add(message(message)));
        }
        JsonNode call = list(span, CALL);
        if (messages.isEmpty() && call.path(0).has(NAME)) {
            call.forEach(message -> messages.add(message(message)));
        }
        return messages;
    }

    private static JsonNode list(Carried span, String name) {
        boolean read = !name.equals(CALL)
                || JsonInText.decoded(span.attributes().peek(name)).path(0).has(NAME);
        return read ? JsonInText.decoded(span.attributes().take(name)) : MissingNode.getInstance();
    }

    /** The message of an event; in later formats each is one already. */
    private static JsonNode message(JsonNode event) {
        if (!event.has(NAME)) {
            return event;
        }
        ObjectNode plain = event.deepCopy();
        JsonNode inner = plain.remove("message");
        if (inner != null && inner.isObject()) {
            plain.setAll((ObjectNode) inner);
        }
        EventMessage.of(Fields.word(event, NAME))
                .filter(kind -> !plain.has("role"))
                .ifPresent(kind -> plain.put("role", kind.role()));
        if (Fields.word(plain, "role").equals("tool") && plain.has("id")) {
            plain.set("tool_call_id", plain.remove("id"));
        }
        plain.remove(List.of(NAME, "gen_ai.message.index", "index", "gen_ai.system"));
        return plain;
    }
}
