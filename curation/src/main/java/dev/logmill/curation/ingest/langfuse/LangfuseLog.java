package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Completeness;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.Forms;
import dev.logmill.curation.ingest.object.ObjectForm;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The dialect {@code langfuse}: rows of the blob export, {@code observations_v2} and {@code scores} or the older
 * {@code traces}, {@code observations} and {@code scores}; answers of the public API, pages and {@code {trace, observations}}; tables that people download, with scores in columns;
 * and the bucket of raw events, whose updates are laid over what they update, and of OTLP below {@code otel}. Of the export's manifests there are no records; {@link ExportWindows} reads them.
 *
 * <p>A trace is a span here, of the trace's own id, above its first observations: it brings the session and the user that the
 * older rows and the events do not repeat.
 */
public final class LangfuseLog implements Dialect {
    private final ScoreScales scales;
    /** In the place of each span of OTLP. */
    private static final String OTLP = "pans/";

    private final OtlpLog otlp;

    public LangfuseLog() {
        this(ScoreScales.NONE);
    }

    /** One that knows what numbers of scores mean. */
    public LangfuseLog(ScoreScales scales) {
        this.scales = scales;
        this.otlp = new OtlpLog(scales);
    }

    @Override
    public List<RawRecord> records(RawRecord document) throws UnreadableRecord {
        return LangfuseDocument.isOtlp(document.body()) ? otlp.records(document) : LangfuseDocument.records(document);
    }

    @Override
    public Optional<Completeness> completeness() {
        return Optional.of(new ExportWindows());
    }

    @Override
    public Optional<String> companion(RawRecord document) {
        return Manifest.isManifest(document.body())
                ? Optional.of("a manifest of Langfuse's export, which says what the export wrote")
                : Optional.empty();
    }

    /** Langfuse leaves a notice to people beside an export that is to end: a text, and no record. */
    @Override
    public ObjectForm form(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".txt") ? Forms.none() : Forms.named(name, this::isPiece);
    }

    @Override
    public String settings() {
        return scales.settings();
    }

    @Override
    public List<RawRecord> apart(RawRecord record) {
        return record.place().contains(OTLP) ? otlp.apart(record) : List.of();
    }

    @Override
    public Reading.Read read(RawRecord record) throws UnreadableRecord {
        JsonNode body = record.body();
        if (LangfuseEvent.isEvent(body)) {
            return LangfuseEvent.read(record.source(), body, scales);
        }
        if (Observation.isObservation(body)) {
            return new Reading.Read(List.of(Observation.whole(record.source(), body)), List.of());
        }
        if (Score.isScore(body)) {
            return new Reading.Read(List.of(), Score.of(record.source(), body, scales));
        }
        if (LoggedTrace.isTrace(body) || DownloadedRow.isTrace(record)) {
            return new Reading.Read(List.of(LoggedTrace.whole(record.source(), body)), List.of());
        }
        if (record.place().contains(OTLP)) {
            return otlp.read(record);
        }
        throw new UnreadableRecord(
                QuarantineReason.UNKNOWN_SHAPE,
                "no trace, observation, score or event of Langfuse: looked for an id with type and trace_id, with data_type and"
                        + " value, with timestamp and project_id, or with type and body");
    }
}
