package dev.logmill.curation.ingest.langfuse;

import dev.logmill.curation.trace.SpanKind;
import java.util.Locale;
import java.util.Map;

/** Langfuse's types of observations, as rows and the names of events write them. */
final class ObservationKinds {
    private static final Map<String, SpanKind> KINDS = Map.ofEntries(
            Map.entry("GENERATION", SpanKind.LLM),
            Map.entry("SPAN", SpanKind.CHAIN),
            Map.entry("EVENT", SpanKind.CHAIN),
            Map.entry("CHAIN", SpanKind.CHAIN),
            Map.entry("OBSERVATION", SpanKind.CHAIN),
            Map.entry("AGENT", SpanKind.AGENT),
            Map.entry("TOOL", SpanKind.TOOL),
            Map.entry("RETRIEVER", SpanKind.RETRIEVER),
            Map.entry("EMBEDDING", SpanKind.EMBEDDING),
            Map.entry("GUARDRAIL", SpanKind.GUARDRAIL),
            Map.entry("EVALUATOR", SpanKind.EVALUATOR));

    private ObservationKinds() {}

    static boolean isKnown(String type) {
        return KINDS.containsKey(type.toUpperCase(Locale.ROOT));
    }

    /** What Langfuse's own judges do has an environment of its own. */
    static SpanKind of(String type, String environment) {
        return environment.startsWith("langfuse-")
                ? SpanKind.EVALUATOR
                : KINDS.getOrDefault(type.toUpperCase(Locale.ROOT), SpanKind.CHAIN);
    }
}
