package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.ingest.ParentId;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.Tool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What spans of every kind of record have: the fields of the record itself, whatever is said in it. */
final class SharedFields {
    private static final int MAX_ATTRIBUTE_CHARS = 16 << 10;

    private final Mapping mapping;
    private final String project;

    SharedFields(Mapping mapping, String project) {
        this.mapping = mapping;
        this.project = project;
    }

    /**
     * A span with ids, names, times, error, outcome, and the fields that nobody asked for.
     *
     * @param fields what was noted of its messages
     */
    SpanBuilder begin(MappedRecord record, SpanKind kind, Fields fields) throws UnreadableRecord {
        String spanId = id(mapping.ids().span(), record);
        String trace = isAlone() ? spanId : id(mapping.ids().trace(), record);
        SpanBuilder span = Span.of(record.raw().source(), trace, spanId, kind)
                .project(project)
                .parentSpanId(ParentId.of(record.text(mapping.ids().parent()), spanId))
                .name(record.text(mapping.name()).orElse(""))
                .agent(record.text(mapping.who().agent()))
                .agentVersion(record.text(mapping.who().agentVersion()))
                .sessionId(record.text(mapping.who().session()))
                .subject(record.text(mapping.who().user()))
                .groupId(record.text(mapping.who().group()))
                .costUsd(record.number(mapping.cost()))
                .outcome(record.share(mapping.outcome()));
        if (kind == SpanKind.LLM || kind == SpanKind.EMBEDDING) {
            span.model(ModelFields.ended(
                    mapping.model().in(record), mapping.finish().in(record)));
        }
        times(record, span);
        failure(record, span);
        ObjectNode kept = mapping.keepUnmapped() ? unmapped(record) : Json.MAPPER.createObjectNode();
        fields.putFailedCalls(kept);
        String attributes = Json.canonical(kept);
        return attributes.length() > MAX_ATTRIBUTE_CHARS
                ? span.note(Fidelity.DROPPED_ATTRIBUTES)
                : span.attributes(attributes);
    }

    /** Whether each record is a trace of its own, which its id tells better than its content: a vote that comes later changes that. */
    private boolean isAlone() {
        return mapping.ids().trace().isEmpty() && mapping.ids().parent().isEmpty();
    }

    /** The system's text, where it stands beside the messages. */
    List<Message> system(MappedRecord record) throws UnreadableRecord {
        return record.text(mapping.system()).stream()
                .map(text -> Message.of(Role.SYSTEM, text))
                .toList();
    }

    /** The tools that were offered. */
    List<Tool> tools(MappedRecord record) throws UnreadableRecord {
        return new MappedTools(mapping.tools()).in(record);
    }

    private void times(MappedRecord record, SpanBuilder span) throws UnreadableRecord {
        Optional<Instant> started = record.time(mapping.started());
        Optional<Instant> ended = record.time(mapping.ended());
        Optional<Duration> took =
                mapping.took().isPresent() ? mapping.took().get().in(record) : Optional.empty();
        Optional<Instant> start = started.or(() -> ended.flatMap(end -> took.map(end::minus)));
        Optional<Instant> end = ended.or(() -> started.flatMap(begin -> took.map(begin::plus)));
        span.startedAt(start).endedAt(end);
        record.time(mapping.updated()).ifPresent(span::versionAt);
        if (start.isEmpty() && end.isEmpty()) {
            span.note(Fidelity.MISSING_TIME);
        }
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            span.note(Fidelity.TIME_INVERTED);
        }
    }

    private void failure(MappedRecord record, SpanBuilder span) throws UnreadableRecord {
        Optional<String> type = record.text(mapping.errorType());
        Optional<String> message = record.error(mapping.errorMessage());
        if (type.isPresent() || message.isPresent()) {
            span.status(Status.ERROR).failure(Optional.of(new Failure(type.orElse("error"), message)));
        } else if (mapping.errorType().isPresent() || mapping.errorMessage().isPresent()) {
            span.status(Status.OK);
        }
    }

    /** The record's small fields as they are, but for what has its place already. */
    private ObjectNode unmapped(MappedRecord record) {
        ObjectNode kept = Json.MAPPER.createObjectNode();
        record.body().properties().stream()
                .filter(field -> !mapping.fields().has(field.getKey()))
                .forEach(field -> keep(kept, field.getKey(), field.getValue()));
        for (String pointer : mapping.attributes()) {
            JsonNode inside = record.value(Address.of(TextNode.valueOf(pointer)))
                    .map(JsonInText::decoded)
                    .orElseGet(MissingNode::getInstance);
            inside.properties().stream()
                    .filter(field -> !mapping.fields().reads(pointer + "/" + escaped(field.getKey())))
                    .forEach(field -> keep(kept, field.getKey(), field.getValue()));
            if (inside.isValueNode()) {
                keep(kept, pointer.substring(pointer.lastIndexOf('/') + 1), inside);
            }
        }
        return kept;
    }

    /** Of two of one name the outer one is kept. */
    private static void keep(ObjectNode kept, String name, JsonNode value) {
        if (value.isValueNode() && !value.isNull() && value.asText().length() <= 256 && !kept.has(name)) {
            kept.set(name, value);
        }
    }

    /** A name in a JSON Pointer (RFC 6901). */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
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
