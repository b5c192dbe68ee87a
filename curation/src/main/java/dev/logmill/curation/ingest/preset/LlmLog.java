package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.RawRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the mapping of simonw/llm cannot tell: a call as {@code llm logs --json} prints it, {@code {id, conversation_id, system,
 * prompt, tool_results, response, tool_calls}}, is made the row that the queries give. What was said before the call is not
 * among what is printed.
 */
record LlmLog(Dialect inner) implements AroundDialect {
    /** Of the tables of calls, results and tools; a call goes by its {@code tool_call_id}. */
    private static final Set<String> ROW_NUMBERS = Set.of("id", "tool_id");

    private static final List<String> OF_A_PRINTED = List.of("conversation_id", "datetime_utc", "prompt", "response");

    @Override
    public Reading.Read read(RawRecord record) throws UnreadableRecord {
        return inner.read(asRow(record));
    }

    @Override
    public List<RawRecord> apart(RawRecord record) {
        return inner.apart(asRow(record));
    }

    @Override
    public boolean isCertain(RawRecord record) {
        return inner.isCertain(asRow(record));
    }

    private static RawRecord asRow(RawRecord record) {
        JsonNode printed = record.body();
        if (!OF_A_PRINTED.stream().allMatch(printed::has) || printed.has("thread_id")) {
            return record;
        }
        ObjectNode row = printed.deepCopy();
        JsonNode conversation = row.remove("conversation_id");
        row.set("thread_id", Fields.isEmpty(conversation) ? printed.path("id") : conversation);
        ArrayNode input = row.putArray("input");
        say(input, "system", row.remove("system"));
        for (JsonNode result : row.path("tool_results")) {
            renamed(input.addObject().put("role", "tool"), result, Map.of("output", "content"));
        }
        say(input, "user", row.remove("prompt"));
        ObjectNode output = row.putObject("output").put("role", "assistant");
        output.set("content", row.remove("response"));
        for (JsonNode call : row.path("tool_calls")) {
            renamed(output.withArray("/tool_calls").addObject(), call, Map.of("tool_call_id", "id"));
        }
        // Both bodies say once more what was just taken.
        row.remove(List.of("tool_results", "tool_calls", "prompt_json", "response_json"));
        return record.told(row);
    }

    private static void say(ArrayNode messages, String role, JsonNode text) {
        Stream.ofNullable(text)
                .filter(said -> !Fields.isEmpty(said))
                .forEach(said -> messages.addObject().put("role", role).set("content", said));
    }

    private static void renamed(ObjectNode into, JsonNode from, Map<String, String> names) {
        from.properties().stream()
                .filter(field -> !ROW_NUMBERS.contains(field.getKey()))
                .forEach(field -> into.set(names.getOrDefault(field.getKey(), field.getKey()), field.getValue()));
    }
}
