package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.ScoreName;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.Mark;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.otlp.Appraised;
import dev.logmill.curation.trace.MadeId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the mapping of PostHog cannot tell: an export holds the events of a whole product, of which those whose names do not
 * begin with {@code $ai_} tell of no model. They are counted and no records. And the name of a metric tells whether it counts something bad,
 * {@code {$ai_metric_name: hallucination, $ai_metric_value: 1}}, and metrics of one trace apart where an export leaves out the ids of events.
 */
record PostHogLog(Dialect inner) implements AroundDialect {
    private static final String OF_MODELS = "$ai_";
    private static final String METRIC = "$ai_metric";

    @Override
    public List<RawRecord> records(RawRecord document) throws UnreadableRecord {
        return inner.records(document).stream()
                .filter(record -> !isForeign(record.body()))
                .toList();
    }

    @Override
    public long skipped(RawRecord document) {
        try {
            return inner.records(document).stream()
                    .filter(record -> isForeign(record.body()))
                    .count();
        } catch (UnreadableRecord broken) {
            return 0;
        }
    }

    @Override
    public Reading.Read read(RawRecord record) throws UnreadableRecord {
        Reading.Read read = inner.read(record);
        JsonNode event = record.body();
        JsonNode properties = JsonInText.decoded(event.path("properties"));
        Optional<String> name = Fields.filled(properties, "$ai_metric_name");
        if (!Fields.word(event, "event").equals(METRIC) || name.isEmpty()) {
            return read;
        }
        JsonNode value = properties.path("$ai_metric_value");
        boolean answers = Mark.isYesOrNo(value) || Appraised.number(value).isPresent();
        boolean known =
                Stream.of("uuid", "id").anyMatch(id -> Fields.filled(event, id).isPresent());
        return new Reading.Read(
                read.spans(),
                read.signals().stream()
                        .map(signal -> signal.toBuilder()
                                .feedbackId(
                                        known
                                                ? signal.feedbackId()
                                                : MadeId.of(METRIC, signal.feedbackId(), name.get()))
                                .value(signal.value().map(share -> answers ? ScoreName.good(name.get(), share) : share))
                                .build())
                        .toList());
    }

    private static boolean isForeign(JsonNode event) {
        JsonNode name = event.path("event");
        return name.isTextual() && !name.textValue().startsWith(OF_MODELS) && event.has("distinct_id");
    }
}
