package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The records in an answer of the API: of a page, {@code {data: [...]}}; of a session with its traces; of a trace with its observations
 * and scores inside it or beside it; of a batch of events. Any other document is one record.
 */
final class LangfuseDocument {
    private static final String SCORES = "scores";
    private static final List<String> LISTS = List.of("data", "batch", "traces", "observations", "scores");

    private final RawRecord document;
    private final List<RawRecord> records = new ArrayList<>();

    private LangfuseDocument(RawRecord document) {
        this.document = document;
    }

    static boolean isOtlp(JsonNode body) {
        return body.has("scopeSpans") || body.has("resourceSpans") || body.has("instrumentationLibrarySpans");
    }

    static List<RawRecord> records(RawRecord document) {
        List<RawRecord> downloaded = DownloadedRow.records(document);
        if (!downloaded.isEmpty()) {
            return downloaded;
        }
        LangfuseDocument reader = new LangfuseDocument(document);
        if (!Manifest.isManifest(document.body())) {
            reader.any(document.body(), "");
        }
        return reader.records;
    }

    private void any(JsonNode node, String place) {
        if (node.path(SCORES).isObject() && (LoggedTrace.isTrace(node) || Observation.isObservation(node))) {
            scored(node, place);
            return;
        }
        boolean alone = Observation.isObservation(node) || LangfuseEvent.isEvent(node) || Score.isScore(node);
        boolean holds =
                !alone && LISTS.stream().anyMatch(name -> node.path(name).isArray());
        if (!holds) {
            add(node, place);
            return;
        }
        JsonNode trace = node.path("trace").isObject() ? beside(node) : node;
        if (LoggedTrace.isTrace(trace)) {
            add(withoutLists(trace), place + (trace.equals(node) ? "" : "/trace"));
        }
        for (String name : LISTS) {
            JsonNode list = node.path(name).isArray() ? node.path(name) : trace.path(name);
            for (int i = 0; list.isArray() && i < list.size(); i++) {
                if (!isReference(name, list.get(i))) {
                    any(ofTrace(name, list.get(i), trace), "%s/%s/%d".formatted(place, name, i));
                }
            }
        }
    }

    /** A row of Langfuse's pages whose scores were not made columns: they are lists of values under their names. */
    private void scored(JsonNode node, String place) {
        ObjectNode row = node.deepCopy();
        row.remove(SCORES);
        any(row, place);
        for (Map.Entry<String, JsonNode> name : node.path(SCORES).properties()) {
            for (JsonNode score : DownloadedRow.scores(node, name.getKey(), name.getValue())) {
                add(score, "%s/%s/%d".formatted(place, SCORES, records.size()));
            }
        }
    }

    /** A trace with its observations beside it, as if they stood in it. */
    private static JsonNode beside(JsonNode node) {
        ObjectNode trace = node.path("trace").deepCopy();
        if (node.path(LoggedTrace.OBSERVATIONS).isArray() && !trace.has(LoggedTrace.OBSERVATIONS)) {
            trace.putArray(LoggedTrace.OBSERVATIONS);
        }
        return trace;
    }

    /** A page of traces names the observations and the scores of each by their ids, which tell nothing else. */
    private static boolean isReference(String list, JsonNode element) {
        return element.isTextual() && (list.equals("observations") || list.equals("scores"));
    }

    /** A score that stands in its trace need not name it. */
    private static JsonNode ofTrace(String list, JsonNode element, JsonNode trace) {
        boolean named = Stream.of("traceId", "trace_id", "sessionId", "session_id")
                .anyMatch(name -> !Fields.isEmpty(element.path(name)));
        boolean alone = list.equals("scores") && element.isObject() && !named && LoggedTrace.isTrace(trace);
        return alone ? ((ObjectNode) element.deepCopy()).set("traceId", trace.path("id")) : element;
    }

    /** The trace alone, an empty list in the place of its observations. */
    private static JsonNode withoutLists(JsonNode trace) {
        ObjectNode alone = Json.MAPPER.createObjectNode();
        if (trace.path(LoggedTrace.OBSERVATIONS).isArray()) {
            alone.putArray(LoggedTrace.OBSERVATIONS);
        }
        for (Map.Entry<String, JsonNode> field : trace.properties()) {
            if (!LISTS.contains(field.getKey())) {
                alone.set(field.getKey(), field.getValue());
            }
        }
        return alone;
    }

    private void add(JsonNode record, String place) {
        boolean whole = place.isEmpty() && record.equals(document.body());
        records.add(
                whole
                        ? document
                        : document.inside(
                                place,
                                Digest.of("langfuse", Json.canonical(record)).hex(),
                                record));
    }
}
