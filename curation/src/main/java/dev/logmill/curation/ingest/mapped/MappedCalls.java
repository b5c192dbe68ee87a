package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.ToolCalls;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tool calls of one message, by the names that a mapping gives; where it gives none, in the shapes that are known.
 *
 * @param index the message's place in its list
 */
record MappedCalls(Mapping.CallFields names, int index) {
    private static final String HINT = "; message.tool-calls: {at, id, name, arguments} tells where they lie in a call";

    /** The calls as {@link ToolCalls} knows them. */
    ArrayNode standard(MappedRecord message, String place) throws UnreadableRecord {
        ArrayNode standard = Json.MAPPER.createArrayNode();
        List<MappedRecord> calls = calls(message);
        for (int i = 0; i < calls.size(); i++) {
            String at = "%s%s/%d".formatted(place, names.at().written(), i);
            standard.add(names.declared() ? declared(calls.get(i), at, i) : known(calls.get(i), at));
        }
        return standard;
    }

    private List<MappedRecord> calls(MappedRecord message) throws UnreadableRecord {
        JsonNode found = names.at()
                .find(message)
                .map(JsonInText::decoded)
                .filter(value -> !Fields.isEmpty(value))
                .orElseGet(Json.MAPPER::createArrayNode);
        if (!found.isContainerNode()) {
            throw MappedRecord.wrong(Optional.of(names.at()), "a list of tool calls", found);
        }
        List<MappedRecord> calls = new ArrayList<>();
        for (JsonNode call : found.isArray() ? found : List.of(found)) {
            calls.add(new MappedRecord(message.raw(), call, message.document(), message.pathNames()));
        }
        return calls;
    }

    private static JsonNode known(MappedRecord call, String place) throws UnreadableRecord {
        try {
            ToolCalls.check(call.body(), place);
            return call.body();
        } catch (UnreadableRecord problem) {
            throw new UnreadableRecord(problem.reason(), problem.getMessage() + HINT);
        }
    }

    private ObjectNode declared(MappedRecord call, String place, int number) throws UnreadableRecord {
        String name = call.text(Optional.of(names.name()))
                .orElseThrow(() -> new UnreadableRecord(
                        QuarantineReason.MISSING_FIELD,
                        "%s: a call that names no tool; looked for %s"
                                .formatted(place, names.name().written())));
        ObjectNode standard = Json.MAPPER.createObjectNode().put("name", name);
        id(call, number).ifPresent(id -> standard.put("id", id));
        Optional<JsonNode> arguments = names.arguments().find(call);
        if (arguments.isPresent()) {
            standard.set("arguments", arguments.get());
        } else {
            standard.putObject("arguments");
        }
        return standard;
    }

    /** A call that holds its own result needs no id in the log: one is made, for both to be joined by. */
    private Optional<String> id(MappedRecord call, int number) throws UnreadableRecord {
        return call.text(Optional.of(names.id()))
                .or(() -> names.result().map(inside -> "call-%d-%d".formatted(index, number)));
    }

    /** The results that stand inside the calls of a message, in their order. */
    List<Turn> results(MappedRecord message, List<Turn> said) throws UnreadableRecord {
        if (names.result().isEmpty() && names.error().isEmpty()) {
            return List.of();
        }
        List<Turn> results = new ArrayList<>();
        List<MappedRecord> calls = calls(message);
        List<ToolCall> made = said.stream()
                .flatMap(turn -> turn.message().toolCalls().stream())
                .toList();
        for (int i = 0; i < calls.size() && i < made.size(); i++) {
            Optional<String> error = calls.get(i).error(names.error());
            Optional<String> result = calls.get(i).value(names.result()).map(Fields::asText);
            Optional<String> told = error.filter(text -> !text.equals("true"));
            ToolCall call = made.get(i);
            result.or(() -> told)
                    .ifPresent(text -> results.add(new Turn(
                            Message.result(call.id(), Optional.of(call.name()), text),
                            said.get(0).time(),
                            Optional.empty(),
                            Optional.empty(),
                            error.map(failed -> new Failure("tool_error", told.or(() -> result))),
                            Set.of())));
        }
        return results;
    }
}
