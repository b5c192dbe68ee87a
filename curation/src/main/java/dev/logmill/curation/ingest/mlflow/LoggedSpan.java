package dev.logmill.curation.ingest.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.Unquoted;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * A span of a trace in the words of OTLP: as MLflow 3 writes it, with ids in base64 or, in 3.5, in hex; and as 2.x does,
 * with its ids in a context. See {@code Span.to_dict} of MLflow.
 */
final class LoggedSpan {
    private static final String REQUEST_ID = "mlflow.traceRequestId";
    private static final String TYPE = "mlflow.spanType";
    private static final int LONGEST_NUMBER = 30;
    private static final List<String> IDS = List.of(
            "context", "trace_id", "traceId", "span_id", "spanId", "parent_id", "parent_span_id", "parentSpanId");

    private LoggedSpan() {}

    static boolean isSpan(JsonNode body) {
        boolean named = body.has("span_id")
                || body.has("spanId")
                || body.path("context").has("span_id");
        return named && body.has("name");
    }

    /** Whether it can be of nothing but MLflow. */
    static boolean isCertain(JsonNode span) {
        return attributes(span).properties().stream()
                .anyMatch(field -> field.getKey().startsWith("mlflow."));
    }

    /** The span as one of OTLP; what is said of the trace goes with it. */
    static ObjectNode otlp(JsonNode span, TraceHead head) {
        ObjectNode plain = span.deepCopy();
        plain.remove(IDS);
        ObjectNode attributes = attributes(span);
        JsonNode context = span.path("context");
        head.traceId()
                .or(() -> Fields.filled(attributes, REQUEST_ID).map(Unquoted::of))
                .or(() -> first(span, "trace_id", "traceId"))
                .or(() -> Fields.filled(context, "trace_id"))
                .ifPresent(id -> plain.put("traceId", Ids.trace(id)));
        first(span, "span_id", "spanId")
                .or(() -> Fields.filled(context, "span_id"))
                .ifPresent(id -> plain.put("spanId", Ids.span(id)));
        Optional<String> parent =
                first(span, "parent_span_id", "parentSpanId").or(() -> Fields.filled(span, "parent_id"));
        parent.ifPresent(id -> plain.put("parentSpanId", Ids.span(id)));
        events(plain);
        links(plain);
        addOfTrace(attributes, head, parent.isEmpty());
        plain.set("attributes", attributes);
        return plain;
    }

    private static Optional<String> first(JsonNode span, String name, String other) {
        return Fields.filled(span, name).or(() -> Fields.filled(span, other));
    }

    private static ObjectNode attributes(JsonNode span) {
        JsonNode logged = JsonInText.decoded(span.path("attributes"));
        ObjectNode attributes = Json.MAPPER.createObjectNode();
        logged.properties().forEach(field -> attributes.set(field.getKey(), scalar(field.getValue())));
        return attributes;
    }

    /** Numbers and flags are written as JSON in text too. */
    private static JsonNode scalar(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : "";
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || Character.isWhitespace(text.charAt(0))) {
            return value;
        }
        try {
            JsonNode inner = Json.parse(text);
            return inner.isNumber() || inner.isBoolean() ? inner : value;
        } catch (JsonProcessingException plain) {
            return value;
        }
    }

    /** The id of a trace in an attribute is that of the span, and its own types name no scorer's trace. */
    private static void addOfTrace(ObjectNode attributes, TraceHead head, boolean root) {
        attributes.remove(REQUEST_ID);
        head.session().ifPresent(session -> otherwise(attributes, "session.id", session));
        head.user().ifPresent(user -> otherwise(attributes, "user.id", user));
        boolean agent = Unquoted.of(Fields.word(attributes, TYPE)).equals("AGENT");
        if (root || agent) {
            head.modelId().ifPresent(id -> otherwise(attributes, "mlflow.modelId", id));
        }
        if (root) {
            head.attributes().properties().forEach(field -> attributes.set(field.getKey(), field.getValue()));
            if (head.isOfScorer()) {
                attributes.put(TYPE, "EVALUATOR");
            }
        }
    }

    private static void otherwise(ObjectNode attributes, String name, String value) {
        if (Fields.isEmpty(attributes.path(name))) {
            attributes.put(name, value);
        }
    }

    /** Older versions count the time of an exception in microseconds under the name of nanoseconds. */
    private static void events(ObjectNode span) {
        ArrayNode events = Json.MAPPER.createArrayNode();
        for (JsonNode event : JsonInText.decoded(span.path("events"))) {
            JsonNode at = event.path("time_unix_nano");
            if (event instanceof ObjectNode told && at.isNumber()) {
                ObjectNode timed = told.deepCopy();
                timed.remove("time_unix_nano");
                events.add(timed.set("timestamp", at));
            } else {
                events.add(event);
            }
        }
        span.set("events", events);
    }

    private static void links(ObjectNode span) {
        ArrayNode links = Json.MAPPER.createArrayNode();
        for (JsonNode link : JsonInText.decoded(span.path("links"))) {
            if (link instanceof ObjectNode told) {
                ObjectNode named = told.deepCopy();
                Fields.filled(link, "trace_id").ifPresent(id -> named.put("trace_id", Ids.trace(id)));
                links.add(named);
            }
        }
        span.set("links", links);
    }
}
