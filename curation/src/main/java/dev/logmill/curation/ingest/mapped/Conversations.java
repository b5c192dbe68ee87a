package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.QuarantineReason;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.ChatMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.ToolNames;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A record that is a whole conversation, as spans: an agent span for the run, an llm span for each assistant message,
 * a tool span for each call that got a result.
 *
 * <p>An llm span holds only what came in since the one before it, and continues that one; so a long conversation is
 * kept once, not once a turn. Order is the array's: times, where there are any, may all be one instant.
 */
final class Conversations {
    private final Mapping mapping;
    private final String project;

    Conversations(Mapping mapping, String project) {
        this.mapping = mapping;
        this.project = project;
    }

    List<Span> read(MappedRecord record) throws UnreadableRecord {
        SpanRecords whole = new SpanRecords(mapping, project);
        List<Turn> turns = turns(record, whole.system(record));
        SpanBuilder run = whole.begin(record, SpanKind.AGENT);
        List<Span> spans = new ConversationSpans(run.build(), whole.tools(record), whole.model(record)).spans(turns);
        turns.forEach(turn -> turn.fidelity().forEach(run::note));
        if (turns.isEmpty()) {
            run.note(Fidelity.MISSING_MESSAGES);
        }
        run.messagesIn(
                turns.subList(0, firstAnswer(turns)).stream().map(Turn::message).toList());
        if (!turns.isEmpty() && turns.get(turns.size() - 1).isAnswer()) {
            run.messagesOut(List.of(turns.get(turns.size() - 1).message()));
        }
        if (spans.isEmpty()) {
            run.usage(SpanRecords.usage(mapping.usage(), record));
        }
        spans.add(0, run.build());
        return spans;
    }

    private JsonNode messages(MappedRecord record) throws UnreadableRecord {
        Optional<Address> at = mapping.conversation().messages();
        String place = at.map(Address::written).orElse("");
        JsonNode messages = record.value(at)
                .map(JsonInText::decoded)
                .orElseThrow(() -> new UnreadableRecord(QuarantineReason.MISSING_FIELD, place));
        if (!messages.isArray()) {
            throw MappedRecord.wrong(at, "a list of messages", messages);
        }
        return messages;
    }

    private static int firstAnswer(List<Turn> turns) {
        int first = 0;
        while (first < turns.size() && !turns.get(first).isAnswer()) {
            first++;
        }
        return first;
    }

    /** The conversation's turns; the results of tools know the name of their tool. */
    private List<Turn> turns(MappedRecord record, List<Message> system) throws UnreadableRecord {
        List<Turn> turns = new ArrayList<>();
        for (Message message : system) {
            turns.add(Turn.of(message));
        }
        JsonNode messages = messages(record);
        for (int i = 0; i < messages.size(); i++) {
            turns.addAll(turns(record, messages.get(i), i));
        }
        List<Message> named =
                ToolNames.resolved(turns.stream().map(Turn::message).toList());
        return IntStream.range(0, turns.size())
                .mapToObj(i -> turns.get(i).with(named.get(i)))
                .toList();
    }

    /** One message of the log; several where it holds the results of several calls. */
    private List<Turn> turns(MappedRecord record, JsonNode logged, int index) throws UnreadableRecord {
        MappedRecord within = new MappedRecord(record.raw(), logged, record.body(), record.pathNames());
        String place = "%s/%d"
                .formatted(
                        mapping.conversation().messages().map(Address::written).orElse(""), index);
        if (!logged.isObject()) {
            throw new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD,
                    "%s: must be an object, was of type %s".formatted(place, logged.getNodeType()));
        }
        Optional<Instant> time = SpanRecords.time(mapping.conversation().time(), within);
        Optional<Usage> usage = SpanRecords.usage(mapping.conversation().usage(), within);
        Optional<String> error = SpanRecords.error(mapping.conversation().error(), within);
        Fields fields = new Fields();
        List<Message> messages = new ChatMessages(fields).message(standard(within), place);
        List<Turn> turns = new ArrayList<>(messages.size());
        for (Message message : messages) {
            boolean failed = error.isPresent()
                    || message.toolCallId()
                            .filter(fields.failedCalls()::contains)
                            .isPresent();
            // A flag says only that it failed: what the tool said of it is the result.
            Optional<String> told = error.filter(text -> !text.equals("true")).or(message::content);
            Optional<Failure> failure = failed ? Optional.of(new Failure("tool_error", told)) : Optional.empty();
            turns.add(new Turn(message, time, usage, failure, fields.notes()));
        }
        return turns;
    }

    /** The message under the names of OpenAI chat; what is mapped elsewhere is not what it is called there. */
    private JsonNode standard(MappedRecord message) {
        Mapping.Conversation names = mapping.conversation();
        ObjectNode standard = Json.MAPPER.createObjectNode();
        message.body().properties().forEach(field -> standard.set(field.getKey(), field.getValue()));
        put(standard, "role", names.role(), message);
        put(standard, "content", names.content(), message);
        put(standard, "tool_calls", names.toolCalls(), message);
        put(standard, "tool_call_id", names.toolCallId(), message);
        put(standard, "name", names.name(), message);
        Role role = names.roles().get(Fields.word(standard, "role"));
        if (role != null) {
            standard.put("role", role.name().toLowerCase(Locale.ROOT));
        }
        standard.set("tool_calls", JsonInText.decoded(standard.path("tool_calls")));
        return standard;
    }

    private static void put(ObjectNode standard, String name, Address at, MappedRecord message) {
        standard.remove(name);
        at.find(message).ifPresent(value -> standard.set(name, value));
    }
}
