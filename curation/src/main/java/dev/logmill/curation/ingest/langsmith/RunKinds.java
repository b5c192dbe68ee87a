package dev.logmill.curation.ingest.langsmith;

import dev.logmill.curation.trace.SpanKind;
import java.util.Map;

/** LangSmith's run types; a patch that does not say its run's is told as a chain until it is joined to the post. */
final class RunKinds {
    private static final Map<String, SpanKind> KINDS = Map.of(
            "llm", SpanKind.LLM,
            "tool", SpanKind.TOOL,
            "retriever", SpanKind.RETRIEVER,
            "embedding", SpanKind.EMBEDDING);

    private RunKinds() {}

    static SpanKind of(String runType) {
        return KINDS.getOrDefault(runType, SpanKind.CHAIN);
    }
}
