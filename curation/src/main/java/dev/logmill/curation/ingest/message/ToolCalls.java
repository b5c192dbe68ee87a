package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.ToolCall;
import java.util.List;
import java.util.Map;

/**
 * Tool calls of a message: with a function or a custom tool inside, as OpenAI writes them, or flat. A call whose tool or
 * arguments stand where nobody knows them would be stored as a call of nothing: it makes its record unreadable.
 */
public final class ToolCalls {
    /** The names that arguments go by. */
    private static final List<String> ARGUMENTS = List.of("arguments", "args", "input", "parameters");

    private final Fields fields;

    ToolCalls(Fields fields) {
        this.fields = fields;
    }

    /** Refuses a call, standing at {@code place}, of which it cannot be told what was called with what. */
    public static void check(JsonNode call, String place) throws UnreadableRecord {
        if (!call.isObject()) {
            throw new UnreadableRecord(QuarantineReason.INVALID_FIELD, place + ": no object but " + call.getNodeType());
        }
        name(named(call), place);
        boolean elsewhere = !inside(call).isObject() && arguments(call).isMissingNode() && holdsObject(call);
        if (elsewhere) {
            throw new UnreadableRecord(
                    QuarantineReason.MISSING_FIELD,
                    "%s: a call with an object, but not in %s".formatted(place, String.join(", ", ARGUMENTS)));
        }
    }

    /** The name of the tool that is called. */
    static String name(JsonNode named, String place) throws UnreadableRecord {
        return Fields.filled(named, "name")
                .orElseThrow(() -> new UnreadableRecord(
                        QuarantineReason.MISSING_FIELD,
                        "%s: a call that names no tool; looked for function.name and name".formatted(place)));
    }

    ToolCall read(JsonNode call, String place) throws UnreadableRecord {
        check(call, place);
        JsonNode named = named(call);
        if (call.path("custom").isObject()) {
            fields.note(Fidelity.UNPARSED_ARGUMENTS);
            return new ToolCall(Fields.word(call, "id"), name(named, place), Fields.word(named, "input"));
        }
        // Where a call has both, as an item of the Responses API, results name the latter.
        String id = Fields.filled(call, "call_id")
                .or(() -> Fields.filled(call, "id"))
                .orElse("");
        return new ToolCall(id, name(named, place), fields.arguments(arguments(named)));
    }

    private static JsonNode inside(JsonNode call) {
        return call.path("custom").isObject() ? call.path("custom") : call.path("function");
    }

    private static JsonNode named(JsonNode call) {
        return inside(call).isObject() ? inside(call) : call;
    }

    private static JsonNode arguments(JsonNode named) {
        return ARGUMENTS.stream()
                .filter(named::has)
                .findFirst()
                .map(named::path)
                .orElseGet(() -> named.path(ARGUMENTS.get(0)));
    }

    private static boolean holdsObject(JsonNode call) {
        return call.properties().stream()
                .map(Map.Entry::getValue)
                .anyMatch(value -> value.isObject() && !value.isEmpty());
    }
}
