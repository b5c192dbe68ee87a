package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.Forms;
import dev.logmill.curation.ingest.object.ObjectForm;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.SpanBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * The dialect {@code otlp-json}: spans of OpenTelemetry and log records of its GenAI instrumentations, as the collector's
 * exporters for files and S3 write them in JSON or protobuf; and the span exports of Phoenix, the JavaScript SDK and Sentry,
 * which carry the same. What attributes mean, {@link AttributeDialects} know.
 */
public final class OtlpLog implements Dialect {
    private final ScoreScales scales;

    public OtlpLog() {
        this(ScoreScales.NONE);
    }

    /** One that knows what numbers of scores mean. */
    public OtlpLog(ScoreScales scales) {
        this.scales = scales;
    }

    @Override
    public List<RawRecord> records(RawRecord document) throws UnreadableRecord {
        return OtlpDocument.records(document);
    }

    @Override
    public long skipped(RawRecord document) {
        return OtlpDocument.skipped(document.body());
    }

    @Override
    public List<RawRecord> apart(RawRecord record) {
        JsonNode span = record.body();
        if (!Carried.isSpan(span) || Annotations.isAlone(span) || !Annotations.mayStandIn(span)) {
            return List.of();
        }
        try {
            List<RawRecord> apart = new ArrayList<>();
            Annotations.apart(Carried.of(record), scales)
                    .forEach((i, said) -> apart.add(record.beside(
                            "/evaluations/" + i,
                            Digest.of("evaluation", Json.canonical(said)).hex(),
                            said)));
            return apart;
        } catch (UnreadableRecord unreadable) {
            return List.of(); // Then neither can the span be read, which says so.
        }
    }

    /** Ids and a name alone may be those of a span in any log. */
    @Override
    public boolean isCertain(RawRecord record) {
        return record.body().isArray()
                || LogEvents.isLogRecord(record.body())
                || Annotations.isAlone(record.body())
                || OtlpDocument.isEnveloped(record)
                || Carried.isCertain(record.body());
    }

    @Override
    public ObjectForm form(String name) {
        return OtlpProtobuf.isNamed(name) ? OtlpProtobuf.form() : Forms.named(name, this::isPiece);
    }

    @Override
    public String settings() {
        return scales.settings();
    }

    @Override
    public Reading.Read read(RawRecord record) throws UnreadableRecord {
        if (record.body().isArray() || LogEvents.isLogRecord(record.body())) {
            return LogEvents.read(record, scales);
        }
        if (Annotations.isAlone(record.body())) {
            return new Reading.Read(List.of(), Annotations.alone(record.source(), record.body(), scales));
        }
        Carried carried = Carried.of(record);
        if (Annotations.isCarrier(carried)) {
            return new Reading.Read(List.of(), Annotations.of(record.source(), carried, scales));
        }
        var signals = Annotations.of(record.source(), carried, scales);
        SpanBuilder span = ReadSpan.of(record.source(), carried).toBuilder();
        SentryCuts.of(record).forEach(span::note);
        return new Reading.Read(List.of(span.build()), signals);
    }
}
