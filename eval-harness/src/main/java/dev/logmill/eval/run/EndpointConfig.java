package dev.logmill.eval.run;

import dev.logmill.curation.trace.Usage;
import java.io.Serializable;
import java.util.Optional;

/**
 * A model behind an OpenAI-compatible endpoint.
 *
 * @param url base URL; {@code /chat/completions} is added
 * @param model the model's name
 * @param apiKeyEnv name of the environment variable that holds the key, where one is needed
 * @param temperature sampling temperature
 * @param maxTokens most tokens of an answer
 * @param inputPrice of a million tokens read, in any currency
 * @param outputPrice of a million tokens written, in the same
 */
public record EndpointConfig(
        String url,
        String model,
        Optional<String> apiKeyEnv,
        Optional<Double> temperature,
        Optional<Integer> maxTokens,
        Optional<Double> inputPrice,
        Optional<Double> outputPrice)
        implements Serializable {
    /** The same model at another place. */
    public EndpointConfig at(String elsewhere) {
        return new EndpointConfig(elsewhere, model, apiKeyEnv, temperature, maxTokens, inputPrice, outputPrice);
    }

    String completions() {
        return (url.endsWith("/") ? url : url + "/") + "chat/completions";
    }

    /** What an answer cost; nothing where prices or tokens are unknown. */
    public Optional<Double> cost(Usage usage) {
        return inputPrice.flatMap(in -> outputPrice.flatMap(out -> usage.inputTokens()
                .flatMap(read -> usage.outputTokens().map(written -> (in * read + out * written) / 1e6))));
    }
}
