package dev.logmill.curation.ingest.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.ObjectForm;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Span;
import java.util.List;
import java.util.stream.Stream;

/**
 * The dialect {@code mlflow}: traces of MLflow 2 and 3 as JSON, one alone, in lines, or in the tables that {@code
 * search_traces} and Databricks make of them; archived ones, {@code traces.pb}; their assessments; and the inference tables
 * of Databricks, with the traces in their responses or, without them, the calls.
 */
public final class MlflowLog implements Dialect {
    private static final List<String> OTLP = List.of("resourceSpans", "resource_spans");

    private final ScoreScales scales;
    private final OtlpLog otlp;
    private final OpenAiLog calls = new OpenAiLog();

    public MlflowLog() {
        this(ScoreScales.NONE);
    }

    /** One that knows what numbers of scores mean. */
    public MlflowLog(ScoreScales scales) {
        this.scales = scales;
        this.otlp = new OtlpLog(scales);
    }

    @Override
    public ObjectForm form(String name) {
        return otlp.form(name);
    }

    @Override
    public List<RawRecord> records(RawRecord document) throws UnreadableRecord {
        boolean archived = OTLP.stream().anyMatch(document.body()::has);
        return archived ? otlp.records(document) : MlflowDocument.records(document);
    }

    @Override
    public List<RawRecord> apart(RawRecord record) {
        JsonNode body = record.body();
        if (body.has(MlflowDocument.SPAN)) {
            return otlp.apart(record.told(body.path(MlflowDocument.SPAN)));
        }
        boolean archived = Stream.of(
                        MlflowDocument.ASSESSMENT, MlflowDocument.CALL, MlflowDocument.SPANLESS, MlflowDocument.UNKNOWN)
                .noneMatch(body::has);
        return archived ? otlp.apart(record.told(Archived.named(body))) : List.of();
    }

    /** Any OTLP can be read; what has no attribute of MLflow's is likelier another's. */
    @Override
    public boolean isCertain(RawRecord record) {
        JsonNode span = record.body().path(MlflowDocument.SPAN);
        return record.body().has(MlflowDocument.SPAN)
                ? LoggedSpan.isCertain(span)
                : record.body().has(MlflowDocument.ASSESSMENT)
                        || record.body().has(MlflowDocument.CALL)
                        || Archived.isMlflow(record.body());
    }

    @Override
    public String settings() {
        return scales.settings();
    }

    @Override
    public Reading.Read read(RawRecord record) throws UnreadableRecord {
        JsonNode body = record.body();
        if (body.has(MlflowDocument.SPAN)) {
            return span(record);
        }
        if (body.has(MlflowDocument.ASSESSMENT)) {
            return new Reading.Read(
                    List.of(),
                    List.of(Assessment.signal(
                            record.source(),
                            body.path(MlflowDocument.ASSESSMENT),
                            new Assessment.Held(
                                    Fields.filled(body, MlflowDocument.TRACE_ID),
                                    Fields.filled(body, MlflowDocument.USER)),
                            scales)));
        }
        if (body.has(MlflowDocument.CALL)) {
            return calls.read(record.told(body.path(MlflowDocument.CALL)));
        }
        if (body.has(MlflowDocument.SPANLESS)) {
            throw new UnreadableRecord(
                    QuarantineReason.MISSING_FIELD,
                    "spans: none, and no assessment either; the trace must be exported with its spans");
        }
        if (body.has(MlflowDocument.UNKNOWN)) {
            throw new UnreadableRecord(
                    QuarantineReason.UNKNOWN_SHAPE,
                    "no trace of MLflow: looked for info and data, for a row with spans or trace_metadata, for a span or an"
                            + " assessment, and for databricks_request_id with request and response");
        }
        return otlp.read(record.told(Archived.named(body)));
    }

    private Reading.Read span(RawRecord record) throws UnreadableRecord {
        JsonNode span = record.body().path(MlflowDocument.SPAN);
        if (!span.isObject()) {
            throw new UnreadableRecord(QuarantineReason.UNKNOWN_SHAPE, "spans: no object but " + span.getNodeType());
        }
        Reading.Read read = otlp.read(record.told(span));
        return record.body().has(MlflowDocument.TRUNCATED)
                ? new Reading.Read(read.spans().stream().map(MlflowLog::cut).toList(), read.signals())
                : read;
    }

    /** Nobody says which of the spans was cut. */
    private static Span cut(Span span) {
        return span.toBuilder()
                .note(Fidelity.TRUNCATED_INPUT)
                .note(Fidelity.TRUNCATED_OUTPUT)
                .build();
    }
}
