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
 * Blocks of tools that the provider ran while it answered: Anthropic's {@code {type: server_tool_use, id, name, input}} and
 * {@code {type: web_search_tool_result, tool_use_id, content}}, and the like of OpenTelemetry and LangChain.
 *
 * @see <a href="https://docs.anthropic.com/en/docs/agents-and-tools/tool-use/web-search-tool">Web search tool</a>
 */
final class ServerTools implements PartForm {
    private static final Set<String> CALLS = Set.of("server_tool_use", "mcp_tool_use", "server_tool_call");
    private static final Set<String> RESULTS =
            Set.of("mcp_tool_result", "server_tool_result", "server_tool_call_response");
    /** {@code web_search_tool_result}, {@code bash_code_execution_tool_result}: one a tool, and there will be more. */
    private static final String RESULT = "_tool_result";

    /** What only the provider can read. */
    private static final List<String> SEALED = List.of("encrypted_content", "encrypted_index", "encrypted_stdout");

    private static final Set<String> KNOWN = Set.of(
            "type",
            "id",
            "name",
            "input",
            "args",
            "server_name",
            "server_tool_call",
            "tool_use_id",
            "tool_call_id",
            "content",
            "output",
            "status",
            "server_tool_call_response",
            "is_error");

    @Override
    public boolean fits(JsonNode part) {
        String type = Fields.word(part, "type");
        return CALLS.contains(type) || isResult(type);
    }

    private static boolean isResult(String type) {
        return RESULTS.contains(type) || type.endsWith(RESULT);
    }

    @Override
    public void read(PartReading reading) throws UnreadableRecord {
        JsonNode part = reading.part();
        if (isResult(reading.type())) {
            result(reading);
        } else {
            JsonNode input = first(part, "input", "args", "server_tool_call");
            reading.callOfProvider(Fields.filled(part, "id"), ToolCalls.name(part, reading.place()), input);
        }
        reading.rest(KNOWN);
    }

    private static void result(PartReading reading) throws UnreadableRecord {
        JsonNode part = reading.part();
        Optional<String> id = Stream.of("tool_use_id", "tool_call_id", "id")
                .flatMap(name -> Fields.filled(part, name).stream())
                .findFirst();
        JsonNode said = first(part, "content", "output", "server_tool_call_response");
        boolean failed = part.path("is_error").asBoolean()
                || Fields.word(said, "type").endsWith("_error")
                || Fields.word(part, "status").equals("error");
        if (failed) {
            reading.fields().callFailed(id.orElse(""));
        }
        reading.result(id, Optional.empty(), unsealed(said));
    }

    private static JsonNode first(JsonNode part, String... names) {
        return Stream.of(names)
                .map(part::path)
                .filter(value -> !Fields.isEmpty(value))
                .findFirst()
                .orElse(part.path(names[0]));
    }

    private static JsonNode unsealed(JsonNode said) {
        if (said.isArray()) {
            var open = Json.MAPPER.createArrayNode();
            said.forEach(element -> open.add(unsealed(element)));
            return open;
        }
        if (!said.isObject()) {
            return said;
        }
        ObjectNode open = said.deepCopy();
        return open.remove(SEALED);
    }
}
