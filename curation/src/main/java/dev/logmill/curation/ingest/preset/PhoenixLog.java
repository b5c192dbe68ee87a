package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.object.Forms;
import dev.logmill.curation.ingest.object.ObjectForm;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.object.SqliteForm;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Spans of Phoenix from its own SQLite database ({@code phoenix.db}), through the query in {@code phoenix.sql}, or from the
 * data frame that its client gives ({@code get_spans_dataframe}), as Parquet or as a table {@code traces} or {@code spans} of a database; beside them lie annotations that were saved by themselves
 * ({@link AnnotationRow}). Each row is put together to the span that
 * Phoenix itself exports, which {@link OtlpLog} reads: what OpenInference means is told in one place.
 */
final class PhoenixLog implements Dialect {
    /** A data frame that was written into a database: its columns have points in their names. */
    private static final List<String> FRAMES = List.of(
            "select * from traces where [context.span_id] is not null order by rowid",
            "select * from spans where [context.span_id] is not null order by rowid");

    /** What Python calls nothing, where a frame was made of texts. */
    private static final Set<String> NOTHING = Set.of("None", "nan", "NaN", "NaT");

    private static final String CONTEXT = "context.";
    private static final String ATTRIBUTES = "attributes.";

    private final OtlpLog spans;

    /** One that knows what numbers of scores mean. */
    PhoenixLog(ScoreScales scales) {
        this.spans = new OtlpLog(scales);
    }

    @Override
    public String settings() {
        return spans.settings();
    }

    @Override
    public List<RawRecord> records(RawRecord row) {
        return PhoenixRow.records(row);
    }

    @Override
    public List<RawRecord> apart(RawRecord row) {
        return PhoenixRow.isAnnotation(row)
                        || AnnotationRow.isOne(row.body())
                        || !row.body().isObject()
                ? List.of()
                : spans.apart(row.told(span(row.body())));
    }

    @Override
    public ObjectForm form(String name) {
        return Forms.isNamed(name) ? Forms.named(name, element -> false) : new SqliteForm(queries());
    }

    private static List<String> queries() {
        return Stream.concat(Stream.of(query()), FRAMES.stream()).toList();
    }

    private static String query() {
        try (InputStream in = Objects.requireNonNull(PhoenixLog.class.getResourceAsStream("phoenix.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public Reading.Read read(RawRecord row) throws UnreadableRecord {
        if (PhoenixRow.isAnnotation(row)) {
            return spans.read(row);
        }
        if (AnnotationRow.isOne(row.body())) {
            return spans.read(row.told(AnnotationRow.told(row.body(), NOTHING)));
        }
        boolean kind = row.body().has("span_kind")
                || row.body().has("attributes.openinference.span.kind"); // The latter is Arize's.
        if (!row.body().has("context.span_id") || !kind) {
            throw new UnreadableRecord(
                    QuarantineReason.UNKNOWN_SHAPE,
                    "no row of Phoenix: it has neither context.span_id and span_kind, nor annotation_name and annotator_kind");
        }
        ObjectNode span = span(row.body());
        return spans.read(new RawRecord(
                row.source(), row.object(), row.position(), row.place(), row.date(), row.digest(), span, span));
    }

    /** The elements of a list may be JSON in text once more. */
    private static JsonNode elements(JsonNode value) {
        if (!value.isArray()) {
            return value;
        }
        ArrayNode list = Json.MAPPER.createArrayNode();
        value.forEach(element -> list.add(JsonInText.decoded(element)));
        return list;
    }

    private static ObjectNode span(JsonNode row) {
        ObjectNode span = Json.MAPPER.createObjectNode();
        ObjectNode context = Json.MAPPER.createObjectNode();
        ObjectNode attributes = Json.MAPPER.createObjectNode();
        FrameAnnotations said = new FrameAnnotations();
        for (Map.Entry<String, JsonNode> column : row.properties()) {
            String name = column.getKey();
            JsonNode value = elements(JsonInText.decoded(column.getValue()));
            if (Fields.isEmpty(value) || (value.isTextual() && NOTHING.contains(value.textValue()))) {
                continue;
            }
            if (said.take(name, column.getValue())) {
                continue;
            }
            if (name.startsWith(CONTEXT)) {
                context.set(name.substring(CONTEXT.length()), column.getValue());
            } else if (name.startsWith(ATTRIBUTES)) {
                attributes.set(name.substring(ATTRIBUTES.length()), value);
            } else if (name.equals("attributes") && value.isObject()) {
                attributes.setAll((ObjectNode) value);
            } else {
                span.set(name, value.isContainerNode() ? value : column.getValue());
            }
        }
        span.set("context", context);
        ArrayNode annotations = said.all();
        if (!annotations.isEmpty()) {
            span.set("annotations", annotations);
        }
        span.set("attributes", attributes);
        return span;
    }
}
