package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.QuarantineReason;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.ChatMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.json.Digest;
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
import java.time.Instant;
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
        SpanBuilder span = begin(record, kind)
                .messagesIn(messages(mapping.input(), record, Role.USER, fields))
                .messagesOut(messages(mapping.output(), record, Role.ASSISTANT, fields))
                .usage(usage(mapping.usage(), record));
        mapping.tools().flatMap(at -> at.find(record)).ifPresent(tools -> span.tools(tools(tools)));
        toolUse(record, fields).ifPresent(use -> span.toolUse(Optional.of(use)));
        fields.notes().forEach(span::note);
        if (kind == SpanKind.LLM && span.build().messagesIn().isEmpty()) {
            span.note(Fidelity.MISSING_MESSAGES);
        }
        return span.build();
    }

    /** What spans of every kind of record have: ids, names, times, error, outcome, and the fields nobody asked for. */
    SpanBuilder begin(MappedRecord record, SpanKind kind) throws UnreadableRecord {
        String own = Digest.of(record.raw().digest()).add(record.index()).id();
        String trace = required(mapping.ids().trace(), record).orElse(own);
        String spanId = required(mapping.ids().span(), record).orElse(own);
        Optional<String> model = text(mapping.model(), record);
        SpanBuilder span = Span.of(record.raw().source(), trace, spanId, kind)
                .project(project)
                .parentSpanId(text(mapping.ids().parent(), record)
                        .filter(parent -> !NO_PARENT.contains(parent) && !parent.equals(spanId)))
                .name(text(mapping.name(), record).orElse(""))
                .agent(text(mapping.who().agent(), record))
                .agentVersion(text(mapping.who().agentVersion(), record))
                .sessionId(text(mapping.who().session(), record))
                .subject(text(mapping.who().user(), record))
                .groupId(text(mapping.who().group(), record))
                .costUsd(number(mapping.cost(), record))
                .outcome(number(mapping.outcome(), record));
        if (model.isPresent() && kind == SpanKind.LLM) {
            span.model(Optional.of(model(model)));
        }
        times(record, span);
        failure(record, span);
        return mapping.keepUnmapped() ? attributes(record, span) : span;
    }

    static Model model(Optional<String> name) {
        return new Model(
                Optional.empty(), name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void times(MappedRecord record, SpanBuilder span) throws UnreadableRecord {
        Optional<Instant> start = time(mapping.started(), record);
        Optional<Instant> end = time(mapping.ended(), record);
        span.startedAt(start).endedAt(end);
        if (start.isEmpty() && end.isEmpty()) {
            span.note(Fidelity.MISSING_TIME);
        }
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            span.note(Fidelity.TIME_INVERTED);
        }
    }

    private void failure(MappedRecord record, SpanBuilder span) {
        Optional<String> type = text(mapping.errorType(), record).filter(text -> !text.isEmpty());
        Optional<String> message = mapping.errorMessage()
                .flatMap(at -> at.find(record))
                .filter(value -> !value.isBoolean() || value.booleanValue())
                .map(Fields::asText)
                .filter(text -> !text.isEmpty());
        if (type.isPresent() || message.isPresent()) {
            span.status(Status.ERROR).failure(Optional.of(new Failure(type.orElse("error"), message)));
        } else if (mapping.errorType().isPresent() || mapping.errorMessage().isPresent()) {
            span.status(Status.OK);
        }
    }

    /** The record's small fields as they are: what was mapped is among them, so that nothing depends on the mapping. */
    private SpanBuilder attributes(MappedRecord record, SpanBuilder span) {
        ObjectNode kept = Json.MAPPER.createObjectNode();
        record.body().properties().forEach(field -> {
            if (field.getValue().isValueNode() && field.getValue().asText().length() <= 256) {
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
        Optional<String> written = text(mapping.kinds().at(), record);
        if (written.isEmpty()) {
            return mapping.kinds().otherwise();
        }
        SpanKind known = mapping.kinds().values().get(written.get());
        if (known != null) {
            return known;
        }
        for (SpanKind kind : SpanKind.values()) {
            if (kind.name().equalsIgnoreCase(written.get())) {
                return kind;
            }
        }
        return mapping.kinds().otherwise();
    }

    private static List<Message> messages(Optional<Address> at, MappedRecord record, Role speaker, Fields fields)
            throws UnreadableRecord {
        Optional<JsonNode> value = at.flatMap(address -> address.find(record));
        if (value.isEmpty()) {
            return List.of();
        }
        JsonNode node = value.get();
        if (node.isArray() && !node.isEmpty() && node.get(0).has("role")) {
            return new ChatMessages(fields).messages(node, written(at));
        }
        if (node.isObject() && node.has("role")) {
            return new ChatMessages(fields)
                    .messages(Json.MAPPER.createArrayNode().add(node), written(at));
        }
        return List.of(Message.of(speaker, Fields.asText(node)));
    }

    private static String written(Optional<Address> at) {
        return at.map(Address::written).orElse("");
    }

    private Optional<ToolUse> toolUse(MappedRecord record, Fields fields) {
        Mapping.ToolFields tool = mapping.tool();
        return text(tool.name(), record)
                .map(name -> new ToolUse(
                        name,
                        text(tool.callId(), record),
                        tool.arguments().flatMap(at -> at.find(record)).map(fields::arguments),
                        tool.result().flatMap(at -> at.find(record)).map(Fields::asText)));
    }

    static List<Tool> tools(JsonNode offered) {
        ObjectNode request = Json.MAPPER.createObjectNode();
        request.set("tools", offered);
        return new OfferedTools(new Fields()).of(request);
    }

    static Optional<Usage> usage(Mapping.UsageFields usage, MappedRecord record) {
        Optional<Long> read = count(usage.cacheRead(), record);
        Optional<Long> write = count(usage.cacheWrite(), record);
        long outside = usage.cacheIncluded() ? 0 : read.orElse(0L) + write.orElse(0L);
        Usage found = new Usage(
                count(usage.input(), record).map(input -> input + outside),
                count(usage.output(), record),
                read,
                write,
                count(usage.reasoning(), record));
        return found.equals(Usage.NONE) ? Optional.empty() : Optional.of(found);
    }

    private static Optional<Long> count(Optional<Address> at, MappedRecord record) {
        return number(at, record).map(Math::round);
    }

    /** A number, also where it is written as text; true is 1 and false is 0. */
    static Optional<Double> number(Optional<Address> at, MappedRecord record) {
        return at.flatMap(address -> address.find(record)).flatMap(SpanRecords::number);
    }

    private static Optional<Double> number(JsonNode value) {
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue() ? 1.0 : 0.0);
        }
        try {
            double number =
                    value.isTextual() ? Double.parseDouble(value.textValue().trim()) : value.doubleValue();
            return value.isValueNode() && Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    static Optional<String> text(Optional<Address> at, MappedRecord record) {
        return at.flatMap(address -> address.text(record));
    }

    static Optional<Instant> time(Optional<MappedTime> time, MappedRecord record) throws UnreadableRecord {
        return time.isEmpty() ? Optional.empty() : time.get().in(record);
    }

    /** An id that the mapping names must be there; where it names none, there is none. */
    private static Optional<String> required(Optional<Address> at, MappedRecord record) throws UnreadableRecord {
        if (at.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> id = at.get().text(record).filter(text -> !text.isEmpty());
        if (id.isEmpty()) {
            throw new UnreadableRecord(QuarantineReason.MISSING_FIELD, at.get().written());
        }
        return id;
    }
}
