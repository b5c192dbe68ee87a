package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The spans and log records that a document holds, each a record of its own: of an export request in camel or snake case, of
 * a list of them, of the pages that Phoenix, Sentry and Jaeger write, or one that is a document itself.
 *
 * <p>Log records that tell one message each of the same call are one record together: alone, none of them tells the call.
 */
final class OtlpDocument {
    private static final List<String> RESOURCES =
            List.of("resourceSpans", "resource_spans", "resourceLogs", "resource_logs", "batches");
    private static final List<String> METRICS = List.of("resourceMetrics", "resource_metrics");
    private static final List<String> SCOPES = List.of(
            "scopeSpans",
            "scope_spans",
            "instrumentationLibrarySpans",
            "instrumentation_library_spans",
            "scopeLogs",
            "scope_logs");
    private static final List<String> LEAVES = List.of("spans", "logRecords", "log_records");
    private static final List<String> PAGES = List.of("data", "items");

    private final RawRecord document;
    private final List<RawRecord> records = new ArrayList<>();
    private final Map<String, ArrayNode> told = new LinkedHashMap<>();
    private final Map<String, Integer> toldAt = new LinkedHashMap<>();
    private boolean understood;

    private OtlpDocument(RawRecord document) {
        this.document = document;
    }

    /** The records of a document; it may hold none, as exports of no spans do. */
    static List<RawRecord> records(RawRecord document) throws UnreadableRecord {
        OtlpDocument reader = new OtlpDocument(document);
        reader.understood =
                METRICS.stream().anyMatch(name -> document.body().path(name).isArray());
        reader.any(document.body(), "", "");
        if (!reader.understood) {
            throw new UnreadableRecord(
                    QuarantineReason.UNKNOWN_SHAPE,
                    "no OTLP: looked for %s, and for a span or a log record with the ids of a trace and a span"
                            .formatted(String.join(", ", RESOURCES)));
        }
        return List.copyOf(reader.records);
    }

    /** Whether a record came in an export request. */
    static boolean isEnveloped(RawRecord record) {
        return RESOURCES.stream().anyMatch(name -> record.place().contains("/" + name + "/"));
    }

    /**
     * How many log records and metrics a document holds that tell nothing of a model's call: a collector sends all signals of an
     * application where it sends one.
     */
    static long skipped(JsonNode document) {
        long skipped = 0;
        for (JsonNode body : document.isArray() ? document : List.of(document)) {
            for (String resources : List.of("resourceLogs", "resource_logs")) {
                skipped += leaves(
                                body.path(resources),
                                List.of("scopeLogs", "scope_logs"),
                                List.of("logRecords", "log_records"))
                        .filter(LogEvents::isForeign)
                        .count();
            }
            for (String resources : List.of("resourceMetrics", "resource_metrics")) {
                skipped += leaves(body.path(resources), List.of("scopeMetrics", "scope_metrics"), List.of("metrics"))
                        .count();
            }
        }
        return skipped;
    }

    private static Stream<JsonNode> leaves(JsonNode resources, List<String> scopes, List<String> leaves) {
        return elements(resources)
                .flatMap(resource -> scopes.stream().flatMap(name -> elements(resource.path(name))))
                .flatMap(scope -> leaves.stream().flatMap(name -> elements(scope.path(name))));
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private void any(JsonNode node, String place, String around) {
        if (node.isArray()) {
            understood = understood || node.isEmpty();
            for (int i = 0; i < node.size(); i++) {
                any(node.path(i), place + "/" + i, around);
            }
        } else if (!JaegerSpan.of(node).isEmpty()) {
            understood = true;
            JaegerSpan.of(node)
                    .forEach((at, span) -> records.add(document.inside(
                            place + at,
                            Digest.of("jaeger", Json.canonical(span)).hex(),
                            span)));
        } else if (Carried.isSpan(node) || LogEvents.isLogRecord(node) || Annotations.isAlone(node)) {
            leaf(node, place, around);
        } else if (SentryTransaction.isOne(node)) {
            leaf(SentryTransaction.root(node), place + SentryTransaction.PLACE, around);
            inside(node, place, around, LEAVES);
        } else if (!inside(node, place, around, RESOURCES)
                && !inside(node, place, around, SCOPES)
                && !inside(node, place, around, LEAVES)
                && !inside(node, place, around, PAGES)
                && areSpansByName(node)) {
            node.properties().forEach(field -> any(field.getValue(), place + "/" + escaped(field.getKey()), around));
        }
    }

    /** Whether an object holds lists of spans under names of its own choosing. */
    private static boolean areSpansByName(JsonNode node) {
        return node.isObject()
                && !node.isEmpty()
                && node.properties().stream()
                        .map(Map.Entry::getValue)
                        .allMatch(list -> list.isArray() && Carried.isSpan(list.path(0)));
    }

    /** A name as a step of a JSON pointer. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private boolean inside(JsonNode node, String place, String around, List<String> names) {
        boolean found = false;
        for (String name : names) {
            JsonNode list = node.path(name);
            if (list.isArray()) {
                found = true;
                String here = Digest.of(
                                around, Json.canonical(node.path("resource")), Json.canonical(node.path("scope")))
                        .hex();
                any(list, place + "/" + name, here);
            }
        }
        return found;
    }

    private void leaf(JsonNode leaf, String place, String around) {
        understood = true;
        if (!place.isEmpty() && LogEvents.isLogRecord(leaf) && LogEvents.isForeign(leaf)) {
            return;
        }
        if (LogEvents.isMessage(leaf)) {
            message(leaf, place, around);
            return;
        }
        records.add(
                place.isEmpty()
                        ? document
                        : document.inside(
                                place,
                                Digest.of("otlp", around, Json.canonical(leaf)).hex(),
                                leaf));
    }

    private void message(JsonNode leaf, String place, String around) {
        String call = LogEvents.call(leaf);
        ArrayNode messages = told.computeIfAbsent(call, key -> Json.MAPPER.createArrayNode());
        messages.add(leaf);
        String digest = Digest.of("otlp", around, Json.canonical(messages)).hex();
        int at = toldAt.computeIfAbsent(call, key -> records.size());
        if (at == records.size()) {
            records.add(document.inside(place, digest, messages));
        } else {
            records.set(at, document.inside(records.get(at).place(), digest, messages));
        }
    }
}
