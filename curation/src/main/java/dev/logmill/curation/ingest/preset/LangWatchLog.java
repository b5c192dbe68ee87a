package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Traces of LangWatch, {@code {trace_id, metadata, spans: [...], evaluations, events}}, one alone, in lines or in a page of its API. The
 * mapping beside this class reads each span; what is said of the trace are records of their own ({@link LangWatchFeedback}).
 */
final class LangWatchLog implements AroundDialect {
    private static final List<String> PAGES = List.of("traces", "data");

    private final Dialect inner = PresetFile.dialect("langwatch");
    private final ScoreScales scales;

    /** One that knows what numbers of scores mean. */
    LangWatchLog(ScoreScales scales) {
        this.scales = scales;
    }

    @Override
    public Dialect inner() {
        return inner;
    }

    @Override
    public String settings() {
        return inner.settings() + scales.settings();
    }

    @Override
    public List<RawRecord> records(RawRecord document) {
        List<RawRecord> records = new ArrayList<>();
        for (String page : PAGES) {
            JsonNode traces = document.body().path(page);
            for (int i = 0; traces.isArray() && i < traces.size(); i++) {
                String place = "/%s/%d".formatted(page, i);
                trace(inside(document, place, traces.path(i)), place, records);
            }
        }
        if (records.isEmpty()) {
            trace(document, "", records);
        }
        return records;
    }

    private static void trace(RawRecord trace, String place, List<RawRecord> into) {
        JsonNode spans = trace.body().path("spans");
        if (!spans.isArray()) {
            into.add(trace);
            return;
        }
        for (int i = 0; i < spans.size(); i++) {
            into.add(inside(trace, place + "/spans/" + i, spans.path(i)));
        }
        LangWatchFeedback.records(trace.body()).forEach((at, said) -> into.add(inside(trace, place + at, said)));
    }

    private static RawRecord inside(RawRecord document, String place, JsonNode body) {
        return document.inside(
                place,
                Digest.of(
                                "langwatch",
                                Json.canonical(body),
                                Json.canonical(document.body().path("metadata")))
                        .hex(),
                body);
    }

    @Override
    public Reading.Read read(RawRecord record) throws UnreadableRecord {
        JsonNode body = record.body();
        if (LangWatchFeedback.isOne(body)) {
            return new Reading.Read(List.of(), List.of(LangWatchFeedback.signal(record.source(), body, scales)));
        }
        return inner.read(body instanceof ObjectNode span ? record.told(untyped(span)) : record);
    }

    /** A span whose input and output are what they hold: {@code {type: chat_messages, value: [...]}} is the messages. */
    private static ObjectNode untyped(ObjectNode span) {
        ObjectNode plain = span.deepCopy();
        for (String field : List.of("input", "output")) {
            if (span.has(field)) {
                plain.set(field, value(span.path(field)));
            }
        }
        JsonNode outputs = span.path("outputs"); // Of older traces.
        if (!span.has("output") && outputs.isArray() && !outputs.isEmpty()) {
            plain.remove("outputs");
            plain.set("output", outputs.size() == 1 ? value(outputs.path(0)) : values(outputs));
        }
        return plain;
    }

    private static JsonNode value(JsonNode typed) {
        if (!typed.has("type") || !typed.has("value")) {
            return typed;
        }
        JsonNode value = typed.path("value");
        if (!Fields.word(typed, "type").equals("list") || !value.isArray()) {
            return value;
        }
        return value.size() == 1 ? value(value.path(0)) : values(value);
    }

    private static JsonNode values(JsonNode list) {
        ArrayNode values = Json.MAPPER.createArrayNode();
        list.forEach(each -> values.add(value(each)));
        return values;
    }
}
