package dev.logmill.eval.run;

import dev.logmill.curation.trace.Usage;
import java.io.Serializable;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A model behind an OpenAI-compatible endpoint.
 *
 * @param url base URL; {@code /chat/completions} is added
 * @param model the model's name
 * @param revision which weights stand behind that name: answers of another revision are another model's
 * @param apiKeyEnv name of the environment variable that holds the key, where one is needed
 * @param temperature sampling temperature
 * @param maxTokens most tokens of an answer, sent as {@code max_tokens}
 * @param maxCompletionTokens the same, sent as {@code max_completion_tokens}
 * @param inputPrice of a million tokens read, in any currency
 * @param outputPrice of a million tokens written, in the same
 */
public record EndpointConfig(
        String url,
        String model,
        Optional<String> revision,
        Optional<String> apiKeyEnv,
        Optional<Double> temperature,
        Optional<Integer> maxTokens,
        Optional<Integer> maxCompletionTokens,
        Optional<Double> inputPrice,
        Optional<Double> outputPrice)
        implements Serializable {
    /** A model that needs no key and is asked with its own settings. */
    public static EndpointConfig of(String url, String model) {
        return new EndpointConfig(
                url,
                model,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same model at another place. */
    public EndpointConfig at(String elsewhere) {
        return new EndpointConfig(
                elsewhere,
                model,
                revision,
                apiKeyEnv,
                temperature,
                maxTokens,
                maxCompletionTokens,
                inputPrice,
                outputPrice);
    }

    /** The one spelling of its URL: {@code HTTP://Host/v1/} is {@code http://host/v1}. */
    String address() {
        String path = url.strip().replaceFirst("/++$", "");
        URI uri = URI.create(path);
        if (uri.getScheme() == null || uri.getRawAuthority() == null) {
            return path;
        }
        String place = uri.getScheme() + "://" + uri.getRawAuthority();
        return place.toLowerCase(Locale.ROOT) + path.substring(place.length());
    }

    URI completions() {
        return URI.create(address() + "/chat/completions");
    }

    /** What an answer cost; nothing where prices or tokens are unknown. */
    public Optional<Double> cost(Usage usage) {
        return inputPrice.flatMap(in -> outputPrice.flatMap(out -> usage.inputTokens()
                .flatMap(read -> usage.outputTokens().map(written -> (in * read + out * written) / 1e6))));
    }
}
