package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.RawRecord;
import java.util.List;

/**
 * What the mapping of PostHog cannot tell: an export holds the events of a whole product, of which those whose names do not
 * begin with {@code $ai_} tell of no model. They are counted and no records.
 */
record PostHogLog(Dialect inner) implements AroundDialect {
    private static final String OF_MODELS = "$ai_";

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

    private static boolean isForeign(JsonNode event) {
        JsonNode name = event.path("event");
        return name.isTextual() && !name.textValue().startsWith(OF_MODELS) && event.has("distinct_id");
    }
}
