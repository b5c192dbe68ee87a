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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the mapping of simonw/llm cannot tell: a call as {@code llm logs --json} prints it, {@code {id, conversation_id, system,
 * system_fragments, prompt, prompt_fragments, tool_results, response, tool_calls}}, is made the row that the queries give. What was said before the call is not
 * among what is printed.
 */
record LlmLog(Dialect inner) implements AroundDialect {
    /** Of the tables of calls, results and tools; a call goes by its {@code tool_call_id}. */
    private static final Set<String> ROW_NUMBERS = Set.of("id", "tool_id");

    private static final List<String> OF_A_PRINTED = List.of("conversation_id", "datetime_utc", "prompt", "response");

    private static final List<String> TAKEN = List.of(
            "system",
            "system_fragments",
            "prompt",
            "prompt_fragments",
            "tool_results",
            "tool_calls",
            "prompt_json",
            "response_json");

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
        say(input, "system", joined(row.path("system_fragments"), row.path("system"), "\n\n", String::strip));
        row.path("tool_results").forEach(result -> answer(input.addObject().put("role", "tool"), result));
        say(input, "user", joined(row.path("prompt_fragments"), row.path("prompt"), "\n", text -> text));
        ObjectNode output = row.putObject("output").put("role", "assistant");
        output.set("content", row.remove("response"));
        for (JsonNode call : row.path("tool_calls")) {
            renamed(output.withArray("/tool_calls").addObject(), call, Map.of("tool_call_id", "id"));
        }
        // Both bodies say once more what was just taken.
        row.remove(TAKEN);
        return record.told(row);
    }

    /** The fragments and behind them the text, as the model saw them. */
    private static String joined(JsonNode fragments, JsonNode text, String between, UnaryOperator<String> form) {
        Stream<JsonNode> contents =
                StreamSupport.stream(fragments.spliterator(), false).map(fragment -> fragment.path("content"));
        return Stream.concat(contents, Stream.of(text))
                .flatMap(said -> Fields.text(said).stream())
                .map(form)
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(between));
    }

    private static void say(ArrayNode messages, String role, String text) {
        if (!text.isEmpty()) {
            messages.addObject().put("role", role).put("content", text);
        }
    }

    private static void answer(ObjectNode message, JsonNode result) {
        if (Fields.isEmpty(result.path("exception"))) {
            renamed(message, result, Map.of("output", "content"));
            return;
        }
        ObjectNode failed = message.putArray("content")
                .addObject()
                .put("type", "tool_result")
                .put("is_error", true);
        failed.set("tool_use_id", result.path("tool_call_id"));
        failed.set("content", result.path("output"));
    }

    private static void renamed(ObjectNode into, JsonNode from, Map<String, String> names) {
        from.properties().stream()
                .filter(field -> !ROW_NUMBERS.contains(field.getKey()))
                .forEach(field -> into.set(names.getOrDefault(field.getKey(), field.getKey()), field.getValue()));
    }
}
