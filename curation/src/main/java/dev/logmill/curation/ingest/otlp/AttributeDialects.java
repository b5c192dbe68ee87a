package dev.logmill.curation.ingest.otlp;

/**
 * Every attribute dialect, in the order in which they are asked. It is that of Langfuse's {@code ObservationTypeMapper}: who
 * says outright what a span is comes before who must be understood from an operation's name, and the plain OpenTelemetry
 * names that others imitate come before their own ones.
 */
enum AttributeDialects {
    LANGFUSE(new LangfuseAttributes()),
    OPEN_INFERENCE(new OpenInference()),
    LANG_SMITH(new LangSmithAttributes()),
    SPRING_AI(new SpringAi()),
    OTEL_GEN_AI(new OtelGenAi()),
    OTEL_GEN_AI_OLD(new OldOtelGenAi()),
    PYDANTIC_AI(new PydanticAi()),
    LOGFIRE(new LogfireAttributes()),
    VERCEL(new VercelAi()),
    GOOGLE_ADK(new GoogleAdk()),
    MASTRA(new MastraAttributes()),
    OPEN_LLMETRY(new OpenLlmetry()),
    AGENT_OPS(new AgentOps()),
    SENTRY(new SentryAttributes()),
    MLFLOW(new MlflowAttributes()),
    BRAINTRUST(new BraintrustAttributes()),
    GENKIT(new Genkit()),
    HAYSTACK(new Haystack()),
    LIVE_KIT(new LiveKit()),
    PIPECAT(new Pipecat());

    private final AttributeDialect dialect;

    AttributeDialects(AttributeDialect dialect) {
        this.dialect = dialect;
    }

    AttributeDialect dialect() {
        return dialect;
    }
}
