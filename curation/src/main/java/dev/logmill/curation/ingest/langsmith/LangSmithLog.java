package dev.logmill.curation.ingest.langsmith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import java.util.List;

/**
 * The dialect {@code langsmith}: runs, a row of the bulk export or an object of the API each; the SDK's batches of
 * {@code {post: [...], patch: [...]}}, whose patches update what was posted; and feedback records.
 *
 * <p>{@code session_id} and {@code session_name} are a project to LangSmith and not a conversation, and its patches do not
 * repeat them: a source's project holds for all its runs, and they stay among the attributes.
 */
public final class LangSmithLog implements Dialect {
    private final ScoreScales scales;

    public LangSmithLog() {
        this(ScoreScales.NONE);
    }

    /** One that knows what numbers of scores mean. */
    public LangSmithLog(ScoreScales scales) {
        this.scales = scales;
    }

    @Override
    public List<RawRecord> records(RawRecord document) {
        return RunDocument.records(document);
    }

    @Override
    public String settings() {
        return scales.settings();
    }

    @Override
    public Reading.Read read(RawRecord record) throws UnreadableRecord {
        JsonNode body = record.body();
        for (RunPart part : RunPart.values()) {
            if (body.path(part.key()).isObject()) {
                return new Reading.Read(List.of(LoggedRun.part(record, body.path(part.key()), part)), List.of());
            }
        }
        if (LoggedRun.isRun(body)) {
            return new Reading.Read(List.of(LoggedRun.whole(record, body)), List.of());
        }
        if (RunFeedback.isFeedback(body)) {
            return new Reading.Read(List.of(), RunFeedback.of(record.source(), body, scales));
        }
        throw new UnreadableRecord(
                QuarantineReason.UNKNOWN_SHAPE,
                "no run and no feedback of LangSmith: looked for id with run_type or dotted_order, for post and patch,"
                        + " and for key with run_id or trace_id");
    }
}
