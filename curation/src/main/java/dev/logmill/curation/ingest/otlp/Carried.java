package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One span as its carrier says it, whatever its attributes mean: OTLP in JSON, camel or snake case; Phoenix's span JSON; the
 * spans of the JavaScript SDK; the span items of Sentry; the spans of AgentOps.
 *
 * @param body the span as written
 */
record Carried(
        String traceId,
        String spanId,
        Optional<String> parentSpanId,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Attributes attributes,
        List<CarriedEvent> events,
        List<CarriedLink> links,
        Surroundings around,
        JsonNode body) {
    /** The fields that are read, or that say nothing once the span is read. */
    static final Set<String> KNOWN = Set.of(
            "traceId",
            "trace_id",
            "spanId",
            "span_id",
            "parentSpanId",
            "parent_span_id",
            "parent_id",
            "parentSpanContext",
            "spanContext",
            "context",
            "name",
            "span_name",
            "startTimeUnixNano",
            "start_time_unix_nano",
            "startTime",
            "start_time",
            "start_timestamp",
            "endTimeUnixNano",
            "end_time_unix_nano",
            "endTime",
            "end_time",
            "end_timestamp",
            "timestamp",
            "attributes",
            "span_attributes",
            "data",
            "events",
            "links",
            "status",
            "status_code",
            "status_message",
            "annotations",
            "resource",
            "scope");

    /** The same where the description is the name. */
    static final Set<String> KNOWN_WITHOUT_NAME =
            Stream.concat(KNOWN.stream(), Stream.of("description")).collect(Collectors.toUnmodifiableSet());

    private static final List<String> TIMED =
            List.of("startTimeUnixNano", "start_time_unix_nano", "endTimeUnixNano", "end_time_unix_nano");

    private static final List<String> START = List.of(
            "startTimeUnixNano", "start_time_unix_nano", "startTime", "start_time", "start_timestamp", "startedAt");
    private static final List<String> END = List.of(
            "endTimeUnixNano", "end_time_unix_nano", "endTime", "end_time", "end_timestamp", "timestamp", "endedAt");

    Carried {
        events = List.copyOf(events);
        links = List.copyOf(links);
    }

    /** Whether an object is a span: it names a trace and a span, and more than a log record does. */
    static boolean isSpan(JsonNode node) {
        boolean named = traceId(node).isPresent() && spanId(node).isPresent();
        return named && !LogEvents.isLogRecord(node);
    }

    /** Whether a span says more than ids and a name, which those of any log have, in OpenTelemetry's way or Sentry's. */
    static boolean isCertain(JsonNode span) {
        boolean ofSentry = span.has("op") && span.has("start_timestamp");
        return ofSentry
                || TIMED.stream().anyMatch(span::has)
                || Stream.of("context", "spanContext", "attributes", "span_attributes")
                        .anyMatch(name -> !Fields.isEmpty(span.path(name))
                                && span.path(name).isContainerNode());
    }

    /** Reads the span of a record. */
    static Carried of(RawRecord record) throws UnreadableRecord {
        JsonNode body = record.body();
        String trace = traceId(body).flatMap(SpanIds::of).orElseThrow(() -> missing("traceId"));
        String span = spanId(body).flatMap(SpanIds::of).orElseThrow(() -> missing("spanId"));
        Optional<String> parent = Fields.filled(body, "parentSpanId")
                .or(() -> Fields.filled(body, "parent_span_id"))
                .or(() -> Fields.filled(body, "parent_id"))
                .or(() -> Fields.filled(body.path("parentSpanContext"), "spanId"))
                .flatMap(SpanIds::of)
                .filter(id -> !id.equals(span));
        JsonNode attributes = Stream.of("attributes", "span_attributes")
                .map(body::path)
                .filter(told -> !told.isMissingNode())
                .findFirst()
                .orElse(body.path("data"));
        List<CarriedEvent> events = new ArrayList<>();
        ObjectNode flat = AttributeValues.of(attributes);
        for (JsonNode event : body.path("events")) {
            if (!MlflowTold.isChunk(Fields.word(event, "name"), flat)) {
                events.add(CarriedEvent.of(event));
            }
        }
        List<CarriedLink> links = new ArrayList<>();
        body.path("links").forEach(link -> links.add(CarriedLink.of(link)));
        return new Carried(
                trace,
                span,
                parent,
                CarriedTime.of(body, START),
                CarriedTime.of(body, END),
                new Attributes(spread(flat, body.path("events"))),
                events,
                links,
                Surroundings.of(record),
                body);
    }

    /** Some write whole objects as JSON in text, in which others have attributes. */
    private static ObjectNode spread(ObjectNode flat, JsonNode events) {
        OpenInferenceAnswer.spread(flat);
        return MlflowTold.spread(Haystack.spread(Genkit.spread(BraintrustAttributes.spread(flat))), events);
    }

    static Optional<String> traceId(JsonNode node) {
        return Fields.filled(node, "traceId")
                .or(() -> Fields.filled(node, "trace_id"))
                .or(() -> Fields.filled(node.path("context"), "trace_id"))
                .or(() -> Fields.filled(node.path("spanContext"), "traceId"));
    }

    static Optional<String> spanId(JsonNode node) {
        return Fields.filled(node, "spanId")
                .or(() -> Fields.filled(node, "span_id"))
                .or(() -> Fields.filled(node.path("context"), "span_id"))
                .or(() -> Fields.filled(node.path("spanContext"), "spanId"));
    }

    /** The operation's name; Sentry calls it the description, Logfire's tables the name of a span. */
    String name() {
        return Fields.filled(body, "name")
                .or(() -> Fields.filled(body, "description"))
                .or(() -> Fields.filled(body, "span_name"))
                .orElse("");
    }

    /** The attribute of a resource where it is not blank. */
    Optional<String> ofResource(String name) {
        return Fields.filled(around.resource(), name);
    }

    private static UnreadableRecord missing(String id) {
        return new UnreadableRecord(QuarantineReason.MISSING_FIELD, id + ": absent, or zeros");
    }
}
