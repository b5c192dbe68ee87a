package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Log records that OpenTelemetry's GenAI instrumentations write beside spans: the messages of a call, in one record or in one
 * each, and results of evaluations; and what coding agents log of themselves ({@link CodingAgentEvent}). Messages make a part of the span that they belong to.
 */
final class LogEvents {
    private static final String DETAILS = "gen_ai.client.inference.operation.details";
    private static final List<String> TIME =
            List.of("timeUnixNano", "time_unix_nano", "observedTimeUnixNano", "observed_time_unix_nano");
    private static final List<String> MARKS = List.of(
            "observedTimeUnixNano",
            "observed_time_unix_nano",
            "timeUnixNano",
            "time_unix_nano",
            "severityNumber",
            "severity_number",
            "eventName",
            "event_name");

    private LogEvents() {}

    /** Whether an object is a log record: spans have two times, and no record of a log has. */
    static boolean isLogRecord(JsonNode node) {
        return node.isObject() && MARKS.stream().anyMatch(node::has);
    }

    /** Whether a log record tells a message, or all messages, of a call that it names. */
    static boolean isMessage(JsonNode record) {
        return Carried.spanId(record).isPresent()
                && (EventMessage.of(name(record)).isPresent() || LogBody.isTalk(record));
    }

    /** Whether a log record is of something else than a model's call. */
    static boolean isForeign(JsonNode record) {
        String name = name(record);
        return !name.equals(DETAILS)
                && !name.equals(Annotations.RESULT_EVENT)
                && EventMessage.of(name).isEmpty()
                && !LogBody.isTalk(record)
                && CodingAgentEvent.of(name, record)
                        .filter(CodingAgentEvent::speaks)
                        .isEmpty();
    }

    /** What messages of one call share. */
    static String call(JsonNode record) {
        return Carried.traceId(record).orElse("") + "/" + Carried.spanId(record).orElse("");
    }

    /** Reads a log record, or the records that tell the messages of one call. */
    static Reading.Read read(RawRecord raw, ScoreScales scales) throws UnreadableRecord {
        JsonNode first = raw.body().isArray() ? raw.body().path(0) : raw.body();
        String name = name(first);
        if (name.equals(Annotations.RESULT_EVENT)) {
            Attributes told = told(first);
            return new Reading.Read(
                    List.of(),
                    Annotations.ofLog(
                            raw.source(),
                            told,
                            new AnnotationTarget(
                                    Carried.traceId(first).flatMap(SpanIds::of),
                                    Carried.spanId(first).flatMap(SpanIds::of),
                                    Optional.empty(),
                                    CarriedTime.of(first, TIME)),
                            scales));
        }
        Optional<CodingAgentEvent> ofAgent = CodingAgentEvent.of(name, first);
        if (ofAgent.filter(CodingAgentEvent::speaks).isPresent()) {
            return new Reading.Read(List.of(new CodingAgentSpan(raw, first, ofAgent.get()).span()), List.of());
        }
        if (ofAgent.isPresent()) {
            throw new UnreadableRecord(
                    QuarantineReason.UNKNOWN_SHAPE,
                    "an event of %s that tells of no prompt, no call of a model that came to an end and no tool's result"
                            .formatted(ofAgent.get().agentName()));
        }
        if (isForeign(first)) {
            throw new UnreadableRecord(
                    QuarantineReason.UNKNOWN_SHAPE,
                    "a log record that is neither %s, %s nor a message of a call"
                            .formatted(DETAILS, Annotations.RESULT_EVENT));
        }
        return new Reading.Read(List.of(part(raw, first, name)), List.of());
    }

    /** What it leaves unsaid, the span itself says: its name, its times, how it ended. */
    private static Span part(RawRecord raw, JsonNode first, String name) throws UnreadableRecord {
        ObjectNode head = Json.MAPPER.createObjectNode();
        Carried.traceId(first).ifPresent(id -> head.put("traceId", id));
        Carried.spanId(first).ifPresent(id -> head.put("spanId", id));
        if (!name.equals(DETAILS)) {
            events(raw.body(), head.putArray("events"));
        }
        Carried bare = Carried.of(new RawRecord(
                raw.source(),
                raw.object(),
                raw.position(),
                raw.place(),
                raw.date(),
                raw.digest(),
                head,
                raw.document()));
        Attributes told = name.equals(DETAILS) ? told(first) : ofMessages(first);
        told.use("event.name");
        Carried call = new Carried(
                bare.traceId(),
                bare.spanId(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                told,
                bare.events(),
                List.of(),
                bare.around(),
                head);
        Span span = ReadSpan.part(raw.source(), call);
        Optional<Instant> at = CarriedTime.of(first, TIME);
        SpanBuilder part = span.toBuilder().part(0).kind(span.kind() == SpanKind.CHAIN ? SpanKind.LLM : span.kind());
        if (LogBody.isTalk(first) && span.kind() == SpanKind.LLM) {
            // It may be an agent's as well: the span's own record says which, and this one only how it ended.
            part.kind(SpanKind.CHAIN)
                    .model(span.model().filter(model -> model.finishReason().isPresent()));
        }
        at.ifPresent(part::versionAt);
        return part.build();
    }

    /** Messages are told of calls of models, unless all in one body begin with what a tool was given. */
    private static Attributes ofMessages(JsonNode first) {
        String operation = LogBody.isTalk(first) && LogBody.isOfTool(first) ? "execute_tool" : "chat";
        Attributes told = new Attributes(Json.MAPPER.createObjectNode().put("gen_ai.operation.name", operation));
        told.use("gen_ai.operation.name");
        return told;
    }

    private static void events(JsonNode records, ArrayNode into) {
        for (JsonNode record : records.isArray() ? records : List.of(records)) {
            if (LogBody.isTalk(record)) {
                LogBody.addEvents(record, into);
                continue;
            }
            ObjectNode attributes = said(record);
            attributes.remove("event.name");
            LogBody.plainText(record).ifPresent(text -> attributes.put("content", text));
            into.addObject().put("name", name(record)).set("attributes", attributes);
        }
    }

    private static Attributes told(JsonNode record) {
        return new Attributes(said(record));
    }

    /** Older instrumentations say in the body what newer ones say in attributes. */
    private static ObjectNode said(JsonNode record) {
        ObjectNode said = Json.MAPPER.createObjectNode();
        for (JsonNode place : List.of(LogBody.of(record), AttributeValues.of(record.path("attributes")))) {
            place.properties().forEach(field -> said.set(field.getKey(), field.getValue()));
        }
        return said;
    }

    private static String name(JsonNode record) {
        return Fields.filled(record, "eventName")
                .or(() -> Fields.filled(record, "event_name"))
                .or(() -> Fields.filled(AttributeValues.of(record.path("attributes")), "event.name"))
                .orElse("");
    }
}
