package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import java.util.Optional;
import java.util.Set;

/**
 * Calls and results of Braintrust's Lingua: {@code {type: tool_call, tool_call_id, tool_name, arguments: {type: valid, value}}}
 * and {@code {type: tool_result, tool_call_id, tool_name, output}}.
 */
final class NamedToolParts implements PartForm {
    private static final Set<String> TYPES = Set.of("tool_call", "tool_result");
    private static final Set<String> KNOWN =
            Set.of("type", "tool_call_id", "tool_name", "arguments", "output", "result");

    @Override
    public boolean fits(JsonNode part) {
        return TYPES.contains(Fields.word(part, "type")) && part.has("tool_call_id");
    }

    @Override
    public void read(PartReading reading) throws UnreadableRecord {
        JsonNode part = reading.part();
        Optional<String> id = Fields.filled(part, "tool_call_id");
        if (reading.type().equals("tool_call")) {
            JsonNode arguments = part.path("arguments");
            reading.call(
                    id, Fields.word(part, "tool_name"), arguments.has("value") ? arguments.path("value") : arguments);
        } else {
            JsonNode said = part.has("output") ? part.path("output") : part.path("result");
            reading.result(id, Fields.filled(part, "tool_name"), said);
        }
        reading.rest(KNOWN);
    }
}
