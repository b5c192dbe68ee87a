package dev.logmill.curation.ingest.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The spans and assessments of a document, each a record of its own: of a trace, of a row of a table of traces, of a page of
 * them, or of the trace in a row of an inference table.
 */
final class MlflowDocument {
    /** What a record is, by the one field in it. */
    static final String SPAN = "span";

    static final String ASSESSMENT = "assessment";
    static final String CALL = "call";
    /** A trace of which neither a span nor an assessment is told. */
    static final String SPANLESS = "spanless";

    static final String UNKNOWN = "unknown";
    /** Beside a span: its trace was cut. */
    static final String TRUNCATED = "truncated";
    /** Beside an assessment: the trace that holds it, and its user. */
    static final String TRACE_ID = "trace_id";

    static final String USER = "user";

    private static final List<String> HEADS = List.of("trace_metadata", "request_metadata", "trace_location");

    private final RawRecord document;
    private final List<RawRecord> records = new ArrayList<>();

    private MlflowDocument(RawRecord document) {
        this.document = document;
    }

    static List<RawRecord> records(RawRecord document) {
        MlflowDocument reader = new MlflowDocument(document);
        JsonNode traces = document.body().path("traces");
        if (traces.isArray()) {
            for (int i = 0; i < traces.size(); i++) {
                reader.any(traces.path(i), "/traces/" + i);
            }
        } else {
            reader.any(document.body(), "");
        }
        return List.copyOf(reader.records);
    }

    private void any(JsonNode body, String place) {
        JsonNode trace = JsonInText.decoded(body.path("trace"));
        if (trace.isObject() && trace.has("info")) {
            trace(head(trace), trace, place + "/trace");
        } else if (body.has("info") && (body.has("data") || body.path("info").isObject())) {
            trace(head(body), body, place);
        } else if (ServedCall.isOne(body)) {
            served(body, place);
        } else if (LoggedSpan.isSpan(body)) {
            span(body, TraceHead.unknown(), place);
        } else if (Assessment.isAssessment(body)) {
            assessment(body, TraceHead.unknown(), place);
        } else if (isRow(body)) {
            trace(
                    new TraceHead(body),
                    JsonInText.decoded(body.path("spans")),
                    place + "/spans",
                    place + "/assessments");
        } else {
            add(Json.MAPPER.createObjectNode().set(UNKNOWN, body), place);
        }
    }

    /** The spans alone, as {@code traces.json} among the artifacts has them, or a row of a table of traces. */
    private static boolean isRow(JsonNode body) {
        JsonNode spans = JsonInText.decoded(body.path("spans"));
        boolean listed = spans.isArray() && !isOfLangWatch(spans.path(0));
        boolean headed = body.has(TRACE_ID) || body.has("request_id");
        return listed || (headed && HEADS.stream().anyMatch(body::has));
    }

    /** LangWatch lists spans beside a trace_id too; their times stand in an object. */
    private static boolean isOfLangWatch(JsonNode span) {
        return span.path("timestamps").isObject() && span.has("type");
    }

    private static TraceHead head(JsonNode trace) {
        return new TraceHead(JsonInText.decoded(trace.path("info")));
    }

    private void trace(TraceHead head, JsonNode trace, String place) {
        trace(head, spans(trace), place + "/data/spans", place + "/info/assessments");
    }

    private static JsonNode spans(JsonNode trace) {
        return JsonInText.decoded(JsonInText.decoded(trace.path("data")).path("spans"));
    }

    private void trace(TraceHead head, JsonNode spans, String ofSpans, String ofAssessments) {
        int before = records.size();
        for (int i = 0; i < spans.size(); i++) {
            span(spans.path(i), head, ofSpans + "/" + i);
        }
        assessments(head, ofAssessments);
        if (records.size() == before) {
            add(Json.MAPPER.createObjectNode().put(SPANLESS, head.traceId().orElse("")), ofSpans);
        }
    }

    /** The trace tells the call with all that is in it; a call without one is told by its request and response. */
    private void served(JsonNode row, String place) {
        Optional<JsonNode> trace = ServedCall.trace(row);
        boolean told = trace.map(MlflowDocument::spans)
                .filter(spans -> !spans.isEmpty())
                .isPresent();
        if (!told && ServedCall.isOfChatAgent(row)) {
            span(ServedCall.agentSpan(row), new TraceHead(ServedCall.beside(row)), place);
            return;
        }
        if (!told) {
            add(Json.MAPPER.createObjectNode().set(CALL, ServedCall.call(row)), place);
            return;
        }
        ObjectNode info = ServedCall.beside(row);
        JsonInText.decoded(trace.orElseThrow().path("info"))
                .properties()
                .forEach(field -> info.set(field.getKey(), field.getValue()));
        trace(new TraceHead(info), trace.orElseThrow(), place + "/response/databricks_output/trace");
    }

    private void span(JsonNode span, TraceHead head, String place) {
        JsonNode told = span.isObject() ? LoggedSpan.otlp(span, head) : span;
        ObjectNode record = Json.MAPPER.createObjectNode();
        if (head.isTruncated()) {
            record.put(TRUNCATED, true);
        }
        add(record.set(SPAN, told), place);
    }

    private void assessments(TraceHead head, String place) {
        List<JsonNode> given = head.assessments();
        for (int i = 0; i < given.size(); i++) {
            if (Assessment.maySpeak(given.get(i))) {
                assessment(given.get(i), head, place + "/" + i);
            }
        }
    }

    private void assessment(JsonNode given, TraceHead head, String place) {
        ObjectNode record = Json.MAPPER.createObjectNode();
        head.traceId().ifPresent(id -> record.put(TRACE_ID, id));
        head.user().ifPresent(user -> record.put(USER, user));
        add(record.set(ASSESSMENT, given), place);
    }

    private void add(JsonNode record, String place) {
        records.add(document.inside(
                place, Digest.of("mlflow", Json.canonical(record)).hex(), record));
    }
}
