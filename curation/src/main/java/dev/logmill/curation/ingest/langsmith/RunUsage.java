package dev.logmill.curation.ingest.langsmith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.trace.Usage;
import java.util.Optional;
import java.util.stream.Stream;

/** The tokens of a run: as LangChain counts them, as the provider does, or as the columns of the export sum them up. */
final class RunUsage {
    private RunUsage() {}

    static Optional<Usage> of(JsonNode run, JsonNode outputs, RunTalk talk) {
        JsonNode model = outputs.path("llm_output");
        JsonNode answered = talk.answered();
        JsonNode info = talk.info();
        return Stream.of(
                        outputs.path("usage_metadata"),
                        answered.path("usage_metadata"),
                        outputs.path("usage"),
                        model.path("token_usage"),
                        model.path("usage"),
                        answered.path("response_metadata").path("token_usage"),
                        info.path("token_usage"),
                        info.path("usage"),
                        info.path("usage_metadata"),
                        run)
                .map(RunUsage::read)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Usage> read(JsonNode usage) {
        if (usage.has("prompt_tokens")) {
            return UsageConvention.CHAT.read(usage).map(counted -> detailed(counted, usage));
        }
        if (usage.has("input_token_details") || usage.has("output_token_details")) {
            return UsageConvention.LANGCHAIN.read(usage);
        }
        boolean cacheBeside = usage.has("cache_read_input_tokens") || usage.has("cache_creation_input_tokens");
        return (cacheBeside ? UsageConvention.ANTHROPIC : UsageConvention.RESPONSES).read(usage);
    }

    /** The export's columns have their details under names of their own. */
    private static Usage detailed(Usage counted, JsonNode columns) {
        JsonNode in = columns.path("prompt_token_details");
        JsonNode out = columns.path("completion_token_details");
        return new Usage(
                counted.inputTokens(),
                counted.outputTokens(),
                counted.cacheReadTokens().or(() -> Fields.count(in, "cache_read")),
                counted.cacheWriteTokens().or(() -> Fields.count(in, "cache_creation")),
                counted.reasoningTokens().or(() -> Fields.count(out, "reasoning")));
    }
}
