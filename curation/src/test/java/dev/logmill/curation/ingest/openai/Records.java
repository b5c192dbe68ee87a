package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Span;
import java.util.Optional;

/** Records for tests, written with single quotes. */
final class Records {
    private Records() {}

    static JsonNode json(String text) {
        try {
            return Json.parse(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    static RawRecord record(JsonNode body) {
        return new RawRecord("gateway", "a.jsonl", 1, Optional.empty(), "digest", body);
    }

    static Reading.Read read(String text) throws UnreadableRecord {
        return new OpenAiLog().read(record(json(text)));
    }

    /** The one span of a record. */
    static Span span(String text) throws UnreadableRecord {
        return span(json(text));
    }

    static Span span(JsonNode body) throws UnreadableRecord {
        return new OpenAiLog().read(record(body)).spans().get(0);
    }
}
