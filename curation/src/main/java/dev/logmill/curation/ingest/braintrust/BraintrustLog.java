package dev.logmill.curation.ingest.braintrust;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Signal;
import java.util.ArrayList;
import java.util.List;

/**
 * The dialect {@code braintrust}: one row a span, as the export of spans to object storage and the fetch of a project's logs
 * write them, where of two rows with one id the later transaction stands; and the rows that the SDKs send, {@code {rows:
 * [...]}}, of which one with {@code _is_merge} is laid over those before it, also where it names the row and no span, as feedback does. What was copied out of a row, {@code {input, output}} without ids, is a
 * trace of its own. Row schema: {@code ProjectLogsEvent}.
 */
public final class BraintrustLog implements Dialect {
    private final ScoreScales scales;

    public BraintrustLog() {
        this(ScoreScales.NONE);
    }

    /** One that knows what numbers of scores mean. */
    public BraintrustLog(ScoreScales scales) {
        this.scales = scales;
    }

    /** In the place of each score that is a record of its own. */
    private static final String SCORES = "/scores/";

    private static final List<String> PAGES = List.of("rows", "events", "data");

    @Override
    public List<RawRecord> records(RawRecord document) {
        JsonNode body = sent(document.body());
        String above = body.equals(document.body()) ? "" : "/jsonBody";
        for (String page : PAGES) {
            JsonNode rows = body.path(page);
            if (rows.isArray() && !LoggedRow.isRow(body)) {
                List<RawRecord> records = new ArrayList<>(rows.size());
                for (int i = 0; i < rows.size(); i++) {
                    String digest =
                            Digest.of("braintrust", Json.canonical(rows.get(i))).hex();
                    records.add(document.inside("%s/%s/%d".formatted(above, page, i), digest, rows.get(i)));
                }
                return records;
            }
        }
        return List.of(document);
    }

    /** What was sent, where a request to Braintrust was recorded with its path and headers. */
    private static JsonNode sent(JsonNode document) {
        JsonNode body = document.path("jsonBody");
        return document.path("method").isTextual() && body.path("rows").isArray() ? body : document;
    }

    @Override
    public List<RawRecord> apart(RawRecord record) {
        List<RawRecord> apart = new ArrayList<>();
        RowFeedback.apart(record.body(), scales)
                .values()
                .forEach(said -> apart.add(record.beside(
                        SCORES + (apart.size() + 1),
                        Digest.of("score", Json.canonical(said)).hex(),
                        said)));
        return apart;
    }

    @Override
    public boolean isCertain(RawRecord record) {
        return LoggedRow.isRow(record.body()) || FeedbackRow.isComment(record.body());
    }

    @Override
    public String settings() {
        return scales.settings();
    }

    @Override
    public Reading.Read read(RawRecord record) throws UnreadableRecord {
        JsonNode row = record.body();
        if (FeedbackRow.isComment(row)) {
            return new Reading.Read(List.of(), List.of(FeedbackRow.comment(record.source(), row)));
        }
        if (!LoggedRow.isRow(row) && !BareRow.is(row)) {
            throw new UnreadableRecord(
                    QuarantineReason.UNKNOWN_SHAPE,
                    "no row of Braintrust: looked for id with span_id and root_span_id, _xact_id or _is_merge, or input and output alone");
        }
        if (row.has(RowFeedback.SCORE) && record.place().contains(SCORES)) {
            return new Reading.Read(List.of(), List.of(RowFeedback.alone(record.source(), row, scales)));
        }
        List<Signal> said = RowFeedback.of(record.source(), row, scales);
        boolean unplaced = Fields.filled(row, "span_id").isEmpty() && FeedbackRow.isMerged(row);
        return new Reading.Read(unplaced && !said.isEmpty() ? List.of() : List.of(LoggedRow.span(record, row)), said);
    }
}
