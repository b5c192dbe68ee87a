package dev.logmill.curation.ingest.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Optional;

/** Which model answers in a session of Codex, as the contexts of its turns say, and what an answer cost. */
final class CodexModel {
    private Optional<String> model = Optional.empty();
    private Optional<String> effort = Optional.empty();

    /** A turn begins; what its context leaves out stays as it was. */
    void take(JsonNode context) {
        model = Fields.filled(context, "model").or(() -> model);
        effort = Fields.filled(context, "effort").or(() -> effort);
    }

    /** The model of an answer. */
    Model of(List<Message> answer, Optional<JsonNode> meta) {
        boolean calls = answer.stream().anyMatch(message -> !message.toolCalls().isEmpty());
        return new Model(
                meta.flatMap(said -> Fields.filled(said, "model_provider")),
                model,
                Optional.empty(),
                effort.map(word -> Json.canonical(Json.MAPPER.createObjectNode().put("reasoning_effort", word))),
                Optional.empty(),
                calls ? Optional.of("tool_calls") : Optional.empty());
    }

    /** The tokens of one answer. */
    static Optional<Usage> usage(JsonNode last) {
        return UsageConvention.RESPONSES
                .read(last)
                .map(usage -> new Usage(
                        usage.inputTokens(),
                        usage.outputTokens(),
                        Fields.count(last, "cached_input_tokens"),
                        Optional.empty(),
                        Fields.count(last, "reasoning_output_tokens")));
    }
}
