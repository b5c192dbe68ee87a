package dev.logmill.curation.ingest.langsmith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;

/** The runs in a batch of the SDK, or in an answer of the API, {@code {runs: [...]}}; any other document is one record. */
final class RunDocument {
    private static final String RUNS = "runs";

    private RunDocument() {}

    static List<RawRecord> records(RawRecord document) {
        JsonNode body = document.body();
        List<RawRecord> records = new ArrayList<>();
        boolean batch = false;
        for (RunPart part : RunPart.values()) {
            JsonNode list = body.path(part.key());
            batch |= list.isArray();
            for (int i = 0; list.isArray() && i < list.size(); i++) {
                ObjectNode told = Json.MAPPER.createObjectNode();
                told.set(part.key(), list.get(i));
                records.add(inside(document, "/%s/%d".formatted(part.key(), i), told));
            }
        }
        JsonNode runs = body.path(RUNS);
        boolean page = runs.isArray() && !LoggedRun.isRun(body);
        for (int i = 0; page && i < runs.size(); i++) {
            records.add(inside(document, "/%s/%d".formatted(RUNS, i), runs.get(i)));
        }
        return batch || page ? records : List.of(document);
    }

    private static RawRecord inside(RawRecord document, String place, JsonNode record) {
        return document.inside(
                place, Digest.of("langsmith", Json.canonical(record)).hex(), record);
    }
}
