package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.LangfuseUsage;
import dev.logmill.curation.ingest.message.ProviderUsage;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Usage;
import java.util.Optional;

/** What an observation says it used: tokens, in the two ways that Langfuse has written them, and dollars. */
record ObservationUsage(Row row, SpanKind kind) {
    /**
     * Puts it down; tokens of what calls no model are a sum of what lies below. What counts neither input nor output, a total alone,
     * goes among the fields that have no place.
     */
    void tell(SpanBuilder span, Fields fields) {
        JsonNode older = row.decoded("usage");
        JsonNode details = row.decoded("usage_details");
        Optional<Usage> usage = LangfuseUsage.of(details).or(() -> older(older));
        if (usage.isEmpty()) {
            fields.keep("usage_details", counts(details));
            fields.keep("usage", counts(older));
        }
        span.usage(usage).costUsd(cost());
        boolean counts = kind == SpanKind.LLM || kind == SpanKind.EMBEDDING;
        if (usage.isPresent() && !counts) {
            span.note(Fidelity.ROLLUP_USAGE);
        }
    }

    /** Without the zeros that Langfuse writes of a usage that nobody told. */
    private static JsonNode counts(JsonNode counted) {
        ObjectNode counts = Json.MAPPER.createObjectNode();
        counted.properties().stream()
                .filter(count -> count.getValue().isNumber() && count.getValue().doubleValue() != 0)
                .forEach(count -> counts.set(count.getKey(), count.getValue()));
        return counts;
    }

    private static Optional<Usage> older(JsonNode usage) {
        Usage counted = new Usage(
                Fields.count(usage, "promptTokens").or(() -> Fields.count(usage, "input")),
                Fields.count(usage, "completionTokens").or(() -> Fields.count(usage, "output")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        boolean none =
                counted.inputTokens().orElse(0L) == 0 && counted.outputTokens().orElse(0L) == 0;
        return none ? ProviderUsage.of(usage) : Optional.of(counted);
    }

    private Optional<Double> cost() {
        JsonNode total = row.decoded("cost_details").path("total");
        return row.number("total_cost")
                .or(() -> Optional.of(total).filter(JsonNode::isNumber).map(JsonNode::doubleValue))
                .filter(value -> value >= 0 && value < Double.MAX_VALUE);
    }
}
