package dev.logmill.curation.ingest.braintrust;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.trace.SpanKind;
import java.util.Map;

/** The types of Braintrust's spans; what judges others is no step of an agent. A merge that says none is told as a chain. */
final class RowKinds {
    private static final Map<String, SpanKind> KINDS = Map.of(
            "llm", SpanKind.LLM,
            "tool", SpanKind.TOOL,
            "score", SpanKind.EVALUATOR,
            "review", SpanKind.EVALUATOR,
            "automation", SpanKind.EVALUATOR,
            "facet", SpanKind.EVALUATOR,
            "classifier", SpanKind.EVALUATOR);

    private RowKinds() {}

    static SpanKind of(JsonNode attributes) {
        return Fields.word(attributes, "purpose").equals("scorer")
                ? SpanKind.EVALUATOR
                : KINDS.getOrDefault(Fields.word(attributes, "type"), SpanKind.CHAIN);
    }
}
