package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A span of Jaeger as one of OTLP: in a trace, {@code {traceID, spans: [...], processes}}, as its API and its pages give it, or alone with
 * its process, as its storage does. Its tags are the attributes, its logs the events, its times are microseconds.
 */
final class JaegerSpan {
    private static final BigDecimal NANOS = BigDecimal.valueOf(1000);
    private static final int TRACE_DIGITS = 32;
    private static final int SPAN_DIGITS = 16;

    private JaegerSpan() {}

    static boolean isOne(JsonNode node) {
        return Stream.of("traceID", "spanID", "operationName").allMatch(node::has);
    }

    /** The spans of a trace, each by its place in it; of a span alone, the one. */
    static Map<String, ObjectNode> of(JsonNode node) {
        Map<String, ObjectNode> spans = new TreeMap<>();
        if (isOne(node)) {
            spans.put("", otlp(node, node.path("process")));
        }
        for (int i = 0; i < node.path("spans").size() && node.has("traceID"); i++) {
            JsonNode span = node.path("spans").path(i);
            if (isOne(span)) {
                JsonNode process = node.path("processes").path(Fields.word(span, "processID"));
                spans.put("/spans/" + i, otlp(span, process));
            }
        }
        return spans;
    }

    private static ObjectNode otlp(JsonNode span, JsonNode process) {
        ObjectNode otlp = Json.MAPPER.createObjectNode();
        otlp.put("traceId", padded(Fields.word(span, "traceID"), TRACE_DIGITS));
        otlp.put("spanId", padded(Fields.word(span, "spanID"), SPAN_DIGITS));
        parent(span, otlp);
        otlp.set("name", span.path("operationName"));
        times(span, otlp);
        otlp.set("attributes", span.path("tags"));
        status(AttributeValues.of(span.path("tags")), otlp);
        ArrayNode events = otlp.putArray("events");
        for (JsonNode log : span.path("logs")) {
            events.add(event(log));
        }
        ArrayNode about = otlp.putObject("resource").putArray("attributes");
        Fields.filled(process, "serviceName")
                .ifPresent(name -> about.addObject().put("key", "service.name").put("value", name));
        process.path("tags").forEach(about::add);
        return otlp;
    }

    /** Ids were written without the zeros that they begin with. */
    private static String padded(String id, int digits) {
        int length = id.length() > SPAN_DIGITS ? digits : SPAN_DIGITS;
        return "0".repeat(Math.max(0, length - id.length())) + id;
    }

    private static void parent(JsonNode span, ObjectNode otlp) {
        Fields.filled(span, "parentSpanID").ifPresent(id -> otlp.put("parentSpanId", padded(id, SPAN_DIGITS)));
        for (JsonNode reference : span.path("references")) {
            boolean ofTrace = reference.path("traceID").equals(span.path("traceID"));
            boolean child = Fields.word(reference, "refType").equals("CHILD_OF");
            if (ofTrace && (child || !otlp.has("parentSpanId"))) {
                otlp.put("parentSpanId", padded(Fields.word(reference, "spanID"), SPAN_DIGITS));
            }
        }
    }

    private static void times(JsonNode span, ObjectNode otlp) {
        JsonNode start = span.path("startTime");
        if (start.isNumber()) {
            BigDecimal took =
                    span.path("duration").isNumber() ? span.path("duration").decimalValue() : BigDecimal.ZERO;
            otlp.put("startTimeUnixNano", nanos(start.decimalValue()));
            otlp.put("endTimeUnixNano", nanos(start.decimalValue().add(took)));
        }
    }

    private static String nanos(BigDecimal micros) {
        return micros.multiply(NANOS).toBigInteger().toString();
    }

    private static void status(ObjectNode tags, ObjectNode otlp) {
        boolean failed = tags.path("error").asBoolean()
                || Fields.word(tags, "otel.status_code").equals("ERROR");
        if (failed || tags.has("otel.status_code")) {
            otlp.putObject("status")
                    .put("code", failed ? 2 : 1)
                    .put("message", Fields.word(tags, "otel.status_description"));
        }
    }

    private static ObjectNode event(JsonNode log) {
        ObjectNode event = Json.MAPPER.createObjectNode();
        if (log.path("timestamp").isNumber()) {
            event.put("timeUnixNano", nanos(log.path("timestamp").decimalValue()));
        }
        event.put("name", Fields.word(AttributeValues.of(log.path("fields")), "event"));
        event.set("attributes", log.path("fields"));
        return event;
    }
}
