package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a response says of itself that an instrumentation noted whole: a provider's, or what LangChain made of one. */
final class WholeAnswer {
    private static final List<String> ENDINGS =
            List.of("finish_reason", "finishReason", "stop_reason", "stopReason", "done_reason");

    private WholeAnswer() {}

    /** The tokens, as whoever counted them does. */
    static Optional<Usage> usage(JsonNode response) {
        return providerUsage(response)
                .or(() -> UsageConvention.LANGCHAIN.read(message(response).path("usage_metadata")))
                .or(() -> provider(response.path("llm_output").path("token_usage")));
    }

    /** The tokens, where the provider's own response stands as it came. */
    static Optional<Usage> providerUsage(JsonNode response) {
        return provider(response.path("usage"));
    }

    private static Optional<Usage> provider(JsonNode usage) {
        if (usage.has("prompt_tokens")) {
            return UsageConvention.CHAT.read(usage);
        }
        if (!usage.has("input_tokens")) {
            return Optional.empty();
        }
        boolean beside = usage.has("cache_read_input_tokens") || usage.has("cache_creation_input_tokens");
        return (beside ? UsageConvention.ANTHROPIC : UsageConvention.RESPONSES).read(usage);
    }

    /** Why it ended, in the provider's own word. */
    static Optional<String> ending(JsonNode response) {
        return Stream.of(
                        response.path("choices").path(0),
                        response.path("candidates").path(0),
                        response,
                        metadata(response),
                        generation(response).path("generation_info"))
                .flatMap(place -> ENDINGS.stream().flatMap(name -> Fields.filled(place, name).stream()))
                .findFirst()
                .or(() -> Fields.filled(response.path("incomplete_details"), "reason"))
                .or(() -> completed(response));
    }

    /** A response of OpenAI's Responses names a reason only where it did not end as it should. */
    private static Optional<String> completed(JsonNode response) {
        boolean whole = Fields.word(response, "object").equals("response")
                && Fields.word(response, "status").equals("completed");
        boolean calls = false;
        for (JsonNode item : response.path("output")) {
            calls |= Fields.word(item, "type").equals("function_call");
        }
        return whole ? Optional.of(calls ? "tool_calls" : "stop") : Optional.empty();
    }

    /** What LangChain keeps of the provider's response beside its message. */
    static JsonNode metadata(JsonNode response) {
        return message(response).path("response_metadata");
    }

    private static JsonNode generation(JsonNode response) {
        JsonNode listed = response.path("generations").path(0);
        return listed.isArray() ? listed.path(0) : listed;
    }

    /** LangChain's message, be it the response itself. */
    private static JsonNode message(JsonNode response) {
        JsonNode message = response.has("generations") ? generation(response).path("message") : response;
        return message.has("kwargs") ? message.path("kwargs") : message;
    }
}
