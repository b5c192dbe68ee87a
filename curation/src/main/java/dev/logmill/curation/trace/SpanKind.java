package dev.logmill.curation.trace;

/** The kind of operation that a span records. */
public enum SpanKind {
    LLM,
    AGENT,
    TOOL,
    RETRIEVER,
    EMBEDDING,
    GUARDRAIL,
    EVALUATOR,
    CHAIN
}
