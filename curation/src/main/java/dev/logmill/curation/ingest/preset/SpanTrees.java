package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;

/** A dialect that also reads its spans as trees, {@code {spans: [{span, children: [{span, children}]}]}}: as Mastra's tests keep them. */
record SpanTrees(Dialect inner) implements AroundDialect {
    private static final String SPAN = "span";

    @Override
    public List<RawRecord> records(RawRecord document) throws UnreadableRecord {
        List<RawRecord> records = new ArrayList<>();
        JsonNode body = document.body();
        if (body.path(SPAN).isObject()) {
            unfold(document, body, "", records);
        } else if (body.path("spans").path(0).path(SPAN).isObject()) {
            unfold(document, body.path("spans"), "/spans", records);
        }
        return records.isEmpty() ? inner.records(document) : records;
    }

    private static void unfold(RawRecord document, JsonNode node, String place, List<RawRecord> into) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                unfold(document, node.path(i), place + "/" + i, into);
            }
        } else if (node.path(SPAN).isObject()) {
            JsonNode span = node.path(SPAN);
            String digest = Digest.of("tree", Json.canonical(span)).hex();
            into.add(document.inside(place + "/" + SPAN, digest, span));
            unfold(document, node.path("children"), place + "/children", into);
        }
    }
}
