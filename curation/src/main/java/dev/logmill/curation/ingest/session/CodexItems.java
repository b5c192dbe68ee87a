package dev.logmill.curation.ingest.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an item of a Codex session is: something the model made, or something it was told; calls that Codex has a form of its
 * own for, and what older sessions say of themselves.
 */
final class CodexItems {
    private static final Set<String> MADE = Set.of(
            "reasoning",
            "function_call",
            "custom_tool_call",
            "local_shell_call",
            "web_search_call",
            "image_generation_call");
    private static final Set<String> RESULTS = Set.of("function_call_output", "custom_tool_call_output");

    private static final Set<String> BARE_META =
            Set.of("id", "timestamp", "instructions", "git", "cwd", "cli_version", "originator");

    private CodexItems() {}

    /** Begins what a program wrote, where Codex tells of its end as text. */
    private static final String OUTPUT = "\nOutput:";

    private static final Pattern ENDED_BADLY =
            Pattern.compile("(?m)^(?:Exit code: |Process exited with code )(?!0$)-?[0-9]+$");

    /** Whether the model made it. */
    static boolean isMade(JsonNode item) {
        String type = Fields.word(item, "type");
        return MADE.contains(type)
                || (type.equals("message") && Fields.word(item, "role").equals("assistant"));
    }

    /** Whether the model was told it: a message of somebody else, or the result of a call. */
    static boolean isTold(JsonNode item) {
        String type = Fields.word(item, "type");
        return !isMade(item) && (type.equals("message") || RESULTS.contains(type));
    }

    /** An item that the model made, in the form of the Responses API. */
    static JsonNode plain(JsonNode item) {
        return switch (Fields.word(item, "type")) {
            case "local_shell_call" -> shell(item);
            case "custom_tool_call" -> custom(item);
            default -> item;
        };
    }

    /** A tool says that it failed, or a program ended with another code than 0. */
    static boolean failed(JsonNode item) {
        JsonNode said = JsonInText.decoded(item.path("output"));
        JsonNode success = said.path("success");
        return (success.isBoolean() && !success.booleanValue())
                || said.path("metadata").path("exit_code").asInt(0) != 0
                || ENDED_BADLY.matcher(head(said.asText(""))).find();
    }

    /** What Codex writes before what the program wrote. */
    private static String head(String output) {
        int end = output.indexOf(OUTPUT);
        return end < 0 ? "" : output.substring(0, end);
    }

    /** Such a tool takes free text; Codex offers the same tools with that text as an argument of this name too. */
    private static ObjectNode custom(JsonNode item) {
        ObjectNode call = item.deepCopy();
        call.put("type", "function_call");
        call.putObject("arguments").set("input", call.remove("input"));
        return call;
    }

    private static ObjectNode shell(JsonNode item) {
        ObjectNode call = Json.MAPPER.createObjectNode();
        call.put("type", "function_call").put("name", "local_shell");
        call.put("call_id", Fields.filled(item, "call_id").orElse(Fields.word(item, "id")));
        call.set("arguments", item.path("action"));
        return call;
    }

    /** Many a log has lines with an id and a time: this one says nothing else. */
    static boolean isBareMeta(JsonNode line) {
        return Fields.filled(line, "timestamp").isPresent()
                && line.properties().stream().map(Map.Entry::getKey).allMatch(BARE_META::contains);
    }
}
