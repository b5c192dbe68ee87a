package dev.logmill.eval.run;

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
 */
public record EndpointConfig(
        String url, String model, Optional<String> apiKeyEnv, Optional<Double> temperature, Optional<Integer> maxTokens)
        implements Serializable {}
