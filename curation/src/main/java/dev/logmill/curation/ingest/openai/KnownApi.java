package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The APIs that can be read, the most particular shape first. */
@SuppressWarnings("ImmutableEnumChecker") // Each Api is without state.
enum KnownApi {
    EMBEDDINGS(Embeddings::new),
    OLLAMA(Ollama::new),
    RESPONSES(Responses::new),
    ANTHROPIC_MESSAGES(AnthropicMessages::new),
    GEMINI(Gemini::new),
    BEDROCK_CONVERSE(BedrockConverse::new),
    COHERE_CHAT(CohereChat::new),
    COHERE_OLDER_CHAT(CohereOlderChat::new),
    MISTRAL_CONVERSATIONS(MistralConversations::new),
    LLAMA_CPP(LlamaCpp::new),
    PROMPT_COMPLETION(PromptCompletion::new),
    CHAT_COMPLETIONS(ChatCompletions::new);

    static final List<Api> ALL = Arrays.stream(values()).map(known -> known.api).toList();

    private final Api api;

    KnownApi(Supplier<Api> constructor) {
        this.api = constructor.get();
    }

    /** The API of a call. A good answer tells it alone; a failed or missing one leaves it to the request. */
    static Optional<Api> of(JsonNode request, Body body, boolean failed) {
        Optional<Api> answering = first(api -> api.answers(body.whole()));
        if (answering.isPresent()) {
            return answering;
        }
        Optional<Api> streaming = Optional.empty();
        for (int event = 0; event < body.events().size() && streaming.isEmpty(); event++) {
            JsonNode streamed = body.events().get(event);
            streaming = first(api -> api.streams(streamed));
        }
        boolean silent = failed || body.isAbsent();
        return streaming.isPresent() || !silent ? streaming : first(api -> api.asks(request));
    }

    /** Whether a value is the whole answer of any of them. */
    static boolean anyAnswers(JsonNode value) {
        return first(api -> api.answers(value)).isPresent();
    }

    /** Asked several times of every record, so that a loop is worth its line. */
    private static Optional<Api> first(Predicate<Api> match) {
        for (Api api : ALL) {
            if (match.test(api)) {
                return Optional.of(api);
            }
        }
        return Optional.empty();
    }
}
