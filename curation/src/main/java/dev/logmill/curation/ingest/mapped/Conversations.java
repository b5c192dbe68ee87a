package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.QuarantineReason;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.ChatMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.ToolUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        Fields fields = new Fields();
        JsonNode messages = messages(record);
        List<Turn> turns = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            turns.addAll(turns(record, messages.get(i), i, fields));
        }
        SpanBuilder run = new SpanRecords(mapping, project).begin(record, SpanKind.AGENT);
        List<Span> spans = new Walk(record, run.build()).spans(turns);
        fields.notes().forEach(run::note);
        int first = firstAnswer(turns);
        run.messagesIn(turns.subList(0, first).stream().map(Turn::message).toList());
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
        Address at = mapping.conversation().messages().orElseThrow();
        JsonNode messages =
                at.find(record).orElseThrow(() -> new UnreadableRecord(QuarantineReason.MISSING_FIELD, at.written()));
        if (!messages.isArray()) {
            throw new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD,
                    "%s is no list but %s".formatted(at.written(), messages.getNodeType()));
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

    /** One message, with what the log says of its making. */
    private record Turn(Message message, Optional<Instant> time, MappedRecord record) {
        boolean isAnswer() {
            return message.role() == Role.ASSISTANT;
        }
    }

    /** One message of the log; several where it holds the results of several calls. */
    private List<Turn> turns(MappedRecord record, JsonNode message, int index, Fields fields) throws UnreadableRecord {
        MappedRecord within =
                new MappedRecord(record.raw(), message, record.body(), record.pathNames(), record.index());
        Optional<Instant> time = SpanRecords.time(mapping.conversation().time(), within);
        ArrayNode standard = Json.MAPPER.createArrayNode().add(standard(within));
        String place = "%s/%d"
                .formatted(
                        mapping.conversation().messages().map(Address::written).orElse(""), index);
        return new ChatMessages(fields)
                .messages(standard, place).stream()
                        .map(read -> new Turn(read, time, within))
                        .toList();
    }

    /** The message under the names of OpenAI chat. */
    private JsonNode standard(MappedRecord message) {
        Mapping.Conversation names = mapping.conversation();
        ObjectNode standard = Json.MAPPER.createObjectNode();
        String role = names.role().text(message).orElse("");
        standard.put("role", names.roles().getOrDefault(role, role));
        names.content().find(message).ifPresent(content -> standard.set("content", content));
        names.toolCalls().find(message).ifPresent(calls -> standard.set("tool_calls", calls));
        names.toolCallId().find(message).ifPresent(id -> standard.set("tool_call_id", id));
        names.name().find(message).ifPresent(name -> standard.set("name", name));
        return standard;
    }

    /** Walks the turns once and makes the spans below the run. */
    private final class Walk {
        private final MappedRecord record;
        private final Span run;
        private final List<Span> spans = new ArrayList<>();
        private final List<Message> since = new ArrayList<>();
        private final List<ToolCall> open = new ArrayList<>();
        private final List<Tool> tools;
        private Optional<String> previous = Optional.empty();
        private Optional<Instant> before = Optional.empty();

        Walk(MappedRecord record, Span run) {
            this.record = record;
            this.run = run;
            this.tools = mapping.tools()
                    .flatMap(at -> at.find(record))
                    .map(SpanRecords::tools)
                    .orElse(List.of());
        }

        List<Span> spans(List<Turn> turns) {
            for (Turn turn : turns) {
                if (turn.isAnswer()) {
                    answer(turn);
                } else {
                    result(turn);
                    since.add(turn.message());
                }
                before = turn.time().or(() -> before);
            }
            return spans;
        }

        private void answer(Turn turn) {
            SpanBuilder span = below(SpanKind.LLM, turn)
                    .continuesSpanId(previous)
                    .messagesIn(since)
                    .messagesOut(List.of(turn.message()))
                    .tools(tools)
                    .usage(SpanRecords.usage(mapping.conversation().usage(), turn.record()));
            SpanRecords.text(mapping.model(), record)
                    .ifPresent(name -> span.model(Optional.of(SpanRecords.model(Optional.of(name)))));
            Span made = span.build();
            spans.add(made);
            previous = Optional.of(made.spanId());
            since.clear();
            open.clear();
            open.addAll(turn.message().toolCalls());
        }

        /** Ids may repeat from turn to turn, so a result answers a call of the turn before it: by id, else in order. */
        private void result(Turn turn) {
            if (turn.message().role() != Role.TOOL || open.isEmpty()) {
                return;
            }
            Optional<ToolCall> named = open.stream()
                    .filter(call -> turn.message()
                            .toolCallId()
                            .filter(call.id()::equals)
                            .isPresent())
                    .findFirst();
            ToolCall call = named.orElse(open.get(0));
            open.remove(call);
            spans.add(below(SpanKind.TOOL, turn)
                    .name(call.name())
                    .toolUse(Optional.of(new ToolUse(
                            call.name(),
                            Optional.of(call.id()),
                            Optional.of(call.arguments()),
                            turn.message().content())))
                    .build());
        }

        private SpanBuilder below(SpanKind kind, Turn turn) {
            int sequence = spans.size() + 1;
            return Span.of(run.source(), run.traceId(), run.spanId() + "/" + sequence, kind)
                    .project(run.project())
                    .parentSpanId(Optional.of(run.spanId()))
                    .agent(run.agent())
                    .agentVersion(run.agentVersion())
                    .sessionId(run.sessionId())
                    .subject(run.subject())
                    .groupId(run.groupId())
                    .startedAt(turn.time().isPresent() ? before.or(turn::time) : run.startedAt())
                    .endedAt(turn.time())
                    .sequence(sequence)
                    .status(Status.UNSET)
                    .versionAt(run.versionAt());
        }
    }
}
