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
        Optional<Api> streaming = body.events().stream()
                .flatMap(event -> first(api -> api.streams(event)).stream())
                .findFirst();
        boolean silent = failed || body.isAbsent();
        return streaming.isPresent() || !silent ? streaming : first(api -> api.asks(request));
    }

    private static Optional<Api> first(Predicate<Api> match) {
        return ALL.stream().filter(match).findFirst();
    }
}
