package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.ChatMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.ResponsesItems;
import dev.logmill.curation.ingest.message.ToolNames;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Messages whose fields go by the names that a mapping gives, one after the other. */
final class MappedMessages {
    private final Mapping.MessageFields names;
    private final MappedRecord record;

    MappedMessages(Mapping.MessageFields names, MappedRecord record) {
        this.names = names;
        this.record = record;
    }

    /** Whether a value, or one of a list, has any of the fields that messages are told by. */
    boolean anyIn(JsonNode value) {
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            MappedRecord within = within(one);
            if (Stream.of(
                            names.role(),
                            names.content(),
                            names.toolCallId(),
                            names.name(),
                            names.calls().at())
                    .anyMatch(field -> field.find(within).isPresent())) {
                return true;
            }
        }
        return false;
    }

    /** The messages of a conversation that stand at {@code place}. */
    List<Turn> turns(JsonNode list, String place) throws UnreadableRecord {
        if (ResponsesItems.areItems(list)) {
            return ofItems(list, place);
        }
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            MappedCalls calls = new MappedCalls(names.calls(), i);
            List<Turn> said = said(list.get(i), place + "/" + i, calls, Optional.empty());
            turns.addAll(said);
            turns.addAll(calls.results(within(list.get(i)), said));
        }
        return turns;
    }

    /** Items of the Responses API, of which several make one message. */
    private static List<Turn> ofItems(JsonNode items, String place) throws UnreadableRecord {
        Fields fields = new Fields();
        List<Turn> turns = new ArrayList<>();
        for (Message message : new AnyMessages(fields).input(items, place)) {
            turns.add(new Turn(
                    message,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    failure(message, Optional.empty(), fields),
                    fields.notes()));
        }
        return turns;
    }

    /** The messages of a span's input, where a single one may leave its speaker out. */
    List<Message> input(JsonNode logged, String place, Fields fields) throws UnreadableRecord {
        List<Turn> turns = logged.isArray() ? turns(logged, place) : alone(logged, place, Role.USER);
        for (Turn turn : turns) {
            turn.fidelity().forEach(fields::note);
            turn.failure().flatMap(failed -> turn.message().toolCallId()).ifPresent(fields::callFailed);
        }
        return ToolNames.resolved(turns.stream().map(Turn::message).toList());
    }

    /** The messages of a span's output. What its calls brought is no part of the answer: the next input holds it. */
    List<Message> output(JsonNode logged, String place, Fields fields) throws UnreadableRecord {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < (logged.isArray() ? logged.size() : 1); i++) {
            JsonNode message = logged.isArray() ? logged.get(i) : logged;
            String at = logged.isArray() ? place + "/" + i : place;
            for (Turn turn : alone(message, at, Role.ASSISTANT)) {
                turn.fidelity().forEach(fields::note);
                messages.add(turn.message());
            }
        }
        return messages;
    }

    private List<Turn> alone(JsonNode message, String place, Role speaker) throws UnreadableRecord {
        return said(message, place, new MappedCalls(names.calls(), 0), Optional.of(speaker));
    }

    /** One message of the log; several where it holds the results of several calls. */
    private List<Turn> said(JsonNode logged, String place, MappedCalls calls, Optional<Role> speaker)
            throws UnreadableRecord {
        if (!logged.isObject()) {
            throw new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD,
                    "%s: must be an object, was of type %s".formatted(place, logged.getNodeType()));
        }
        MappedRecord within = within(logged);
        Optional<Instant> time = within.time(names.time());
        Optional<Usage> usage = names.usage().in(within);
        Optional<String> finish = names.finish().in(within);
        Optional<String> error = within.error(names.error());
        Fields fields = new Fields();
        List<Turn> turns = new ArrayList<>();
        for (Message message : new ChatMessages(fields).message(standard(within, place, calls, speaker), place)) {
            turns.add(new Turn(message, time, usage, finish, failure(message, error, fields), fields.notes()));
        }
        return turns;
    }

    private static Optional<Failure> failure(Message message, Optional<String> error, Fields fields) {
        boolean failed = error.isPresent()
                || message.toolCallId().filter(fields.failedCalls()::contains).isPresent();
        // A flag says only that it failed: what the tool said of it is the result.
        Optional<String> told = error.filter(text -> !text.equals("true")).or(message::content);
        return failed ? Optional.of(new Failure("tool_error", told)) : Optional.empty();
    }

    private MappedRecord within(JsonNode message) {
        return new MappedRecord(record.raw(), message, record.body(), record.pathNames());
    }

    /** The message under the names of OpenAI chat; what is mapped elsewhere is not what it is called there. */
    private JsonNode standard(MappedRecord message, String place, MappedCalls calls, Optional<Role> speaker)
            throws UnreadableRecord {
        ObjectNode standard = Json.MAPPER.createObjectNode();
        message.body().properties().forEach(field -> standard.set(field.getKey(), field.getValue()));
        put(standard, "role", names.role(), message);
        put(standard, "content", names.content(), message);
        put(standard, "tool_call_id", names.toolCallId(), message);
        put(standard, "name", names.name(), message);
        String said = Fields.word(standard, "role");
        Optional<Role> role =
                Optional.ofNullable(names.roles().get(said)).or(() -> speaker.filter(otherwise -> said.isEmpty()));
        role.ifPresent(known -> standard.put("role", known.name().toLowerCase(Locale.ROOT)));
        standard.set("tool_calls", calls.standard(message, place));
        return standard;
    }

    private static void put(ObjectNode standard, String name, Address at, MappedRecord message) {
        standard.remove(name);
        at.find(message).ifPresent(value -> standard.set(name, value));
    }
}
