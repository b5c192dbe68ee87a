package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.QuarantineReason;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.ChatMessages;
import dev.logmill.curation.ingest.message.CutMarks;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolUse;
import dev.logmill.curation.trace.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A record that is one span. */
final class SpanRecords {
    private static final int MAX_ATTRIBUTE_CHARS = 16 << 10;
    private static final Set<String> NO_PARENT = Set.of("", "undefined", "null", "0");

    private final Mapping mapping;
    private final String project;

    SpanRecords(Mapping mapping, String project) {
        this.mapping = mapping;
        this.project = project;
    }

    Span read(MappedRecord record) throws UnreadableRecord {
        Fields fields = new Fields();
        SpanKind kind = kind(record);
        List<Message> asked = new ArrayList<>(system(record));
        asked.addAll(messages(mapping.input(), record, Role.USER, fields));
        List<Message> answered = messages(mapping.output(), record, Role.ASSISTANT, fields);
        SpanBuilder span = begin(record, kind)
                .messagesIn(asked)
                .messagesOut(answered)
                .tools(tools(record))
                .toolUse(toolUse(record, fields))
                .usage(usage(mapping.usage(), record));
        fields.notes().forEach(span::note);
        CutMarks.note(span, asked, answered);
        boolean failed = span.build().status() == Status.ERROR;
        if (kind == SpanKind.LLM && (asked.isEmpty() || (answered.isEmpty() && !failed))) {
            span.note(Fidelity.MISSING_MESSAGES);
        }
        return span.build();
    }

    /** What spans of every kind of record have: ids, names, times, error, outcome, and the fields nobody asked for. */
    SpanBuilder begin(MappedRecord record, SpanKind kind) throws UnreadableRecord {
        String trace = id(mapping.ids().trace(), record);
        String spanId = id(mapping.ids().span(), record);
        SpanBuilder span = Span.of(record.raw().source(), trace, spanId, kind)
                .project(project)
                .parentSpanId(record.text(mapping.ids().parent())
                        .filter(parent -> !NO_PARENT.contains(parent) && !parent.equals(spanId)))
                .name(record.text(mapping.name()).orElse(""))
                .agent(record.text(mapping.who().agent()))
                .agentVersion(record.text(mapping.who().agentVersion()))
                .sessionId(record.text(mapping.who().session()))
                .subject(record.text(mapping.who().user()))
                .groupId(record.text(mapping.who().group()))
                .costUsd(record.number(mapping.cost()))
                .outcome(record.share(mapping.outcome()));
        if (kind == SpanKind.LLM) {
            span.model(model(record));
        }
        times(record, span);
        failure(record, span);
        return mapping.keepUnmapped() ? attributes(record, span) : span;
    }

    /** The model that the record names. */
    Optional<Model> model(MappedRecord record) throws UnreadableRecord {
        return record.text(mapping.model())
                .map(name -> new Model(
                        Optional.empty(),
                        Optional.of(name),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** The system's text, where it stands beside the messages. */
    List<Message> system(MappedRecord record) throws UnreadableRecord {
        return record.text(mapping.system()).stream()
                .map(text -> Message.of(Role.SYSTEM, text))
                .toList();
    }

    /** The tools that were offered, in the form of any provider. */
    List<Tool> tools(MappedRecord record) throws UnreadableRecord {
        Optional<JsonNode> offered = record.value(mapping.tools()).map(JsonInText::decoded);
        if (offered.isEmpty()) {
            return List.of();
        }
        if (!offered.get().isArray()) {
            throw MappedRecord.wrong(mapping.tools(), "a list of tools", offered.get());
        }
        ObjectNode request = Json.MAPPER.createObjectNode();
        request.set("tools", offered.get());
        return new OfferedTools(new Fields()).of(request);
    }

    private void times(MappedRecord record, SpanBuilder span) throws UnreadableRecord {
        Optional<Instant> started = time(mapping.started(), record);
        Optional<Instant> ended = time(mapping.ended(), record);
        Optional<Duration> took =
                mapping.took().isPresent() ? mapping.took().get().in(record) : Optional.empty();
        Optional<Instant> start = started.or(() -> ended.flatMap(end -> took.map(end::minus)));
        Optional<Instant> end = ended.or(() -> started.flatMap(begin -> took.map(begin::plus)));
        span.startedAt(start).endedAt(end);
        time(mapping.updated(), record).ifPresent(span::versionAt);
        if (start.isEmpty() && end.isEmpty()) {
            span.note(Fidelity.MISSING_TIME);
        }
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            span.note(Fidelity.TIME_INVERTED);
        }
    }

    private void failure(MappedRecord record, SpanBuilder span) throws UnreadableRecord {
        Optional<String> type = record.text(mapping.errorType());
        Optional<String> message = error(mapping.errorMessage(), record);
        if (type.isPresent() || message.isPresent()) {
            span.status(Status.ERROR).failure(Optional.of(new Failure(type.orElse("error"), message)));
        } else if (mapping.errorType().isPresent() || mapping.errorMessage().isPresent()) {
            span.status(Status.OK);
        }
    }

    /** What tells of an error: anything but false, null and the empty text. */
    static Optional<String> error(Optional<Address> at, MappedRecord record) {
        return record.value(at)
                .filter(value -> !value.isBoolean() || value.booleanValue())
                .filter(value -> !Fields.isEmpty(value))
                .map(Fields::asText);
    }

    /** The record's small fields as they are, but for what has its place already. */
    private SpanBuilder attributes(MappedRecord record, SpanBuilder span) {
        ObjectNode kept = Json.MAPPER.createObjectNode();
        record.body().properties().forEach(field -> {
            if (!mapping.fields().has(field.getKey())
                    && field.getValue().isValueNode()
                    && field.getValue().asText().length() <= 256) {
                kept.set(field.getKey(), field.getValue());
            }
        });
        String attributes = Json.canonical(kept);
        if (attributes.length() > MAX_ATTRIBUTE_CHARS) {
            return span.note(Fidelity.DROPPED_ATTRIBUTES);
        }
        return span.attributes(attributes);
    }

    private SpanKind kind(MappedRecord record) throws UnreadableRecord {
        Optional<String> written = record.text(mapping.kinds().at());
        if (written.isEmpty()) {
            return mapping.kinds().otherwise();
        }
        SpanKind known = mapping.kinds().values().get(written.get());
        return known != null
                ? known
                : Arrays.stream(SpanKind.values())
                        .filter(kind -> kind.name().equalsIgnoreCase(written.get()))
                        .findFirst()
                        .orElse(mapping.kinds().otherwise());
    }

    /** Messages of any provider's form, also as JSON in text; anything else is what the speaker said. */
    private List<Message> messages(Optional<Address> at, MappedRecord record, Role speaker, Fields fields)
            throws UnreadableRecord {
        Optional<JsonNode> value = record.value(at);
        if (value.isEmpty()) {
            return List.of();
        }
        String place = at.map(Address::written).orElse("");
        JsonNode node = JsonInText.decoded(value.get());
        if (mapping.message().declared() && node.isContainerNode()) {
            MappedMessages messages = new MappedMessages(mapping.message(), record);
            return speaker == Role.USER ? messages.input(node, place, fields) : messages.output(node, place, fields);
        }
        if (node.path(0).has("role")) {
            return new ChatMessages(fields).messages(node, place);
        }
        if (node.has("role")) {
            return new ChatMessages(fields).message(node, place);
        }
        if (speaker == Role.ASSISTANT && node.path("tool_calls").isArray()) {
            return List.of(new ChatMessages(fields).answer(node, place));
        }
        return List.of(Message.of(speaker, Fields.asText(value.get())));
    }

    private Optional<ToolUse> toolUse(MappedRecord record, Fields fields) throws UnreadableRecord {
        Mapping.ToolFields tool = mapping.tool();
        Optional<String> name = record.text(tool.name());
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new ToolUse(
                        name.get(),
                        record.text(tool.callId()),
                        record.value(tool.arguments()).map(fields::arguments),
                        record.value(tool.result()).map(Fields::asText)));
    }

    static Optional<Usage> usage(Mapping.UsageFields usage, MappedRecord record) throws UnreadableRecord {
        Optional<Long> read = record.count(usage.cacheRead());
        Optional<Long> write = record.count(usage.cacheWrite());
        long outside = usage.cacheIncluded() ? 0 : read.orElse(0L) + write.orElse(0L);
        Usage found = new Usage(
                record.count(usage.input()).map(input -> input + outside),
                record.count(usage.output()),
                read,
                write,
                record.count(usage.reasoning()));
        return found.equals(Usage.NONE) ? Optional.empty() : Optional.of(found);
    }

    static Optional<Instant> time(Optional<MappedTime> time, MappedRecord record) throws UnreadableRecord {
        return time.isEmpty() ? Optional.empty() : time.get().in(record);
    }

    /** An id that the mapping names must be there; where it names none, the record's content gives one. */
    private static String id(Optional<Address> at, MappedRecord record) throws UnreadableRecord {
        if (at.isEmpty()) {
            return record.ownId();
        }
        return record.text(at)
                .orElseThrow(() -> new UnreadableRecord(
                        QuarantineReason.MISSING_FIELD, at.get().written()));
    }
}
