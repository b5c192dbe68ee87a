package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.EpochUnit;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalBuilder;
import dev.logmill.curation.trace.SignalChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spans and traces of Comet Opik: one a line, pages of its API ({@code {content: [...]}}), batches ({@code {spans: [...]}}) and
 * what {@code opik export} writes ({@code {trace, spans}}). The mapping beside this class reads each; the scores and comments
 * that stand in them ({@code feedback_scores: [{name, value, reason, source}]}) are records of their own.
 */
final class OpikLog implements AroundDialect {
    private static final String SCORE = "score";
    private static final String COMMENT = "comment";
    /** People of the team who wrote it, and of whom it does not tell. */
    private static final List<String> WRITERS = List.of("created_by", "last_updated_by");

    private static final Set<String> IDS = Set.of("trace_id", "span_id");

    private static final List<String> LISTS = List.of("content", "spans", "traces");

    private final Dialect inner = PresetFile.dialect("opik");
    private final ScoreScales scales;

    /** One that knows what numbers of scores mean. */
    OpikLog(ScoreScales scales) {
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
        JsonNode body = document.body();
        if (body.path("trace").isObject()) {
            whole(document, "/trace", body.path("trace"), records);
        }
        for (String list : LISTS) {
            for (int i = 0; body.path(list).isArray() && i < body.path(list).size(); i++) {
                whole(document, "/%s/%d".formatted(list, i), body.path(list).path(i), records);
            }
        }
        if (records.isEmpty()) {
            whole(document, "", body, records);
        }
        return records;
    }

    private static void whole(RawRecord document, String place, JsonNode told, List<RawRecord> into) {
        if (!(told instanceof ObjectNode)) {
            into.add(place.isEmpty() ? document : inside(document, place, told));
            return;
        }
        ObjectNode span = told.deepCopy();
        JsonNode scores = span.remove("feedback_scores");
        JsonNode comments = span.remove("comments");
        span.remove(WRITERS);
        into.add(inside(document, place, span));
        beside(document, place + "/feedback_scores/", SCORE, scores, span, into);
        beside(document, place + "/comments/", COMMENT, comments, span, into);
    }

    private static void beside(
            RawRecord document,
            String place,
            String name,
            @Nullable JsonNode said,
            ObjectNode span,
            List<RawRecord> into) {
        for (int i = 0; said != null && i < said.size(); i++) {
            ObjectNode alone = Json.MAPPER.createObjectNode();
            boolean ofTrace = Fields.filled(span, "trace_id").isEmpty();
            alone.set("trace_id", span.path(ofTrace ? "id" : "trace_id"));
            if (!ofTrace) {
                alone.set("span_id", span.path("id"));
            }
            alone.set(name, said.path(i));
            into.add(inside(document, place + i, alone));
        }
    }

    private static RawRecord inside(RawRecord document, String place, JsonNode body) {
        return document.inside(place, Digest.of("opik", Json.canonical(body)).hex(), body);
    }

    @Override
    public Reading.Read read(RawRecord record) throws UnreadableRecord {
        JsonNode body = record.body();
        if (isBeside(body, SCORE)) {
            return signal(body, score(record.source(), body, body.path(SCORE)), body.path(SCORE));
        }
        if (isBeside(body, COMMENT)) {
            JsonNode said = body.path(COMMENT);
            SignalBuilder comment = Signal.of(
                            record.source(),
                            Fields.filled(said, "id").orElseGet(() -> MadeId.of(COMMENT, Json.canonical(body))),
                            SignalChannel.REVIEWER)
                    .text(Fields.filled(said, "text"));
            return signal(body, comment, said);
        }
        return inner.read(record);
    }

    /** Whether a record was made here of what stood beside a span; a column of another log may be called so too. */
    private static boolean isBeside(JsonNode body, String name) {
        return body.path(name).isObject()
                && body.properties().stream()
                        .allMatch(field -> field.getKey().equals(name) || IDS.contains(field.getKey()));
    }

    private SignalBuilder score(String source, JsonNode body, JsonNode score) throws UnreadableRecord {
        String name = Fields.word(score, "name");
        ListedScore listed = new ListedScore(
                name,
                score.path("value"),
                score.path("category_name"),
                Fields.filled(score, "reason"),
                Fields.word(score, "source").equals("ui"));
        return listed.signal(
                source, MadeId.of(SCORE, Fields.word(body, "trace_id"), Fields.word(body, "span_id"), name), scales);
    }

    private static Reading.Read signal(JsonNode body, SignalBuilder said, JsonNode written) {
        Optional<Instant> created = time(written, "created_at");
        Optional<Instant> updated = time(written, "last_updated_at");
        Signal signal = said.traceId(Fields.filled(body, "trace_id"))
                .spanId(Fields.filled(body, "span_id"))
                .subject(Fields.filled(written, "created_by"))
                .eventAt(created.or(() -> updated))
                .versionAt(updated)
                .build();
        return new Reading.Read(List.of(), List.of(signal));
    }

    private static Optional<Instant> time(JsonNode written, String field) {
        JsonNode value = written.path(field);
        return (value.isNumber() ? Timestamps.epoch(value, EpochUnit.MILLIS) : Timestamps.iso(value))
                .filter(Timestamps::isPlausible);
    }
}
