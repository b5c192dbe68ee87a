package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Items of OpenAI Responses for tools that OpenAI brings: those that it runs itself ({@code web_search_call},
 * {@code file_search_call}, {@code code_interpreter_call}, {@code mcp_call}), and those that whoever asked runs
 * ({@code computer_call}, {@code local_shell_call}, {@code shell_call}, {@code apply_patch_call}), or lets run ({@code mcp_approval_request}). A tool goes by the name of
 * its item, one of an MCP server by its own.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/responses/object">The response object</a>
 */
final class BuiltInTools implements PartForm {
    private static final Set<String> OF_PROVIDER =
            Set.of("web_search_call", "file_search_call", "code_interpreter_call", "mcp_call");
    private static final Set<String> OF_CALLER =
            Set.of("computer_call", "local_shell_call", "shell_call", "apply_patch_call", "mcp_approval_request");
    private static final String CALL = "_call";

    /** What was asked, under the item's own names. */
    private static final List<String> ASKED = List.of("action", "queries", "code", "operation");

    /** What came back. */
    private static final List<String> BROUGHT = List.of("output", "outputs", "results", "error");

    private static final Set<String> KNOWN = Set.of(
            "type",
            "id",
            "call_id",
            "status",
            "name",
            "arguments",
            "action",
            "queries",
            "code",
            "operation",
            "output",
            "outputs",
            "results",
            "error");

    @Override
    public boolean fits(JsonNode item) {
        String type = Fields.word(item, "type");
        return OF_PROVIDER.contains(type) || OF_CALLER.contains(type);
    }

    @Override
    public void read(PartReading reading) throws UnreadableRecord {
        JsonNode item = reading.part();
        String type = reading.type();
        String tool = Fields.filled(item, "name").orElse(type.substring(0, type.length() - CALL.length()));
        Optional<String> id = Fields.filled(item, "call_id").or(() -> Fields.filled(item, "id"));
        if (OF_CALLER.contains(type)) {
            reading.call(id, tool, asked(item));
        } else {
            reading.callOfProvider(id, tool, asked(item));
            Optional<JsonNode> brought = Stream.concat(
                            BROUGHT.stream().map(item::path),
                            Stream.of(item.path("action").path("sources")))
                    .filter(value -> !Fields.isEmpty(value))
                    .findFirst();
            if (brought.isPresent()) {
                reading.result(id, Optional.of(tool), brought.get());
            }
            if (!Fields.isEmpty(item.path("error"))
                    || Fields.word(item, "status").equals("failed")) {
                reading.fields().callFailed(id.orElse(""));
            }
        }
        reading.rest(KNOWN);
    }

    /** An action and an operation are the arguments; a query and a code are an argument each. */
    private static JsonNode asked(JsonNode item) {
        if (item.has("arguments")) {
            return item.path("arguments");
        }
        ObjectNode asked = Json.MAPPER.createObjectNode();
        for (String name : ASKED) {
            JsonNode value = item.path(name);
            if (value.isObject()) {
                asked.setAll((ObjectNode) value);
                asked.remove("sources");
            } else if (!Fields.isEmpty(value)) {
                asked.set(name, value);
            }
        }
        return asked;
    }
}
