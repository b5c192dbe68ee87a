package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.trace.Fidelity;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What Sentry cut: its {@code _meta} is a tree of the same keys as the payload, whose nodes keep under an empty key the length
 * {@code len} that a value had. It stands in a span, or at the top of the document with {@code spans} in it. See Sentry's
 * developer documentation, event payloads, {@code _meta}.
 */
final class SentryCuts {
    private static final String META = "_meta";
    private static final String OF_MODELS = "gen_ai.";

    private SentryCuts() {}

    /** Which sides of a span were cut. */
    static Set<Fidelity> of(RawRecord record) {
        Set<Fidelity> cut = EnumSet.noneOf(Fidelity.class);
        gather(record.body().path(META), "", cut);
        if (!record.place().isEmpty()) {
            gather(record.document().path(META).at(record.place()), "", cut);
        }
        return cut;
    }

    private static void gather(JsonNode tree, String attribute, Set<Fidelity> cut) {
        if (tree.path("").path("len").isNumber() && !attribute.isEmpty()) {
            boolean answer = attribute.contains("output") || attribute.contains("response");
            cut.add(answer ? Fidelity.TRUNCATED_OUTPUT : Fidelity.TRUNCATED_INPUT);
        }
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
            if (field.getValue().isObject() && !field.getKey().isEmpty()) {
                boolean found = attribute.isEmpty() && field.getKey().startsWith(OF_MODELS);
                gather(field.getValue(), found ? field.getKey() : attribute, cut);
            }
        }
    }
}
