package dev.logmill.eval.run;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How models are asked and compared.
 *
 * @param models endpoints by the name that {@code --candidate} and {@code --baseline} take
 * @param concurrency most requests in flight to one endpoint; fewer while it says that it is too much
 * @param timeoutSeconds most time that one request may take, to the end of its answer
 * @param retries how often a request is repeated after an infrastructure error
 * @param maxWaitSeconds longest wait before a request is repeated, whatever the server asks for; an endpoint that was waited
 *     for as long as that, and says 429 again and nothing else, is given up
 * @param win what a candidate that is no worse may be promoted for
 * @param minGain the least saving that counts as a win of cost or latency: share of the baseline's
 * @param margin the loss that is no loss where cost or latency is won, and the gain not worth a change: share of all
 *     traffic
 * @param alpha probability of promoting a model that is no better; intervals have confidence 1 - 2 alpha, two-sided
 * @param minCases graded cases of fewer leak groups decide nothing
 * @param maxInfraErrors a greater share of trials without an answer makes the evaluation invalid
 * @param minPassRate without a baseline: the pass rate that a candidate must reach
 */
public record EvaluateConfig(
        Map<String, EndpointConfig> models,
        int concurrency,
        int timeoutSeconds,
        int retries,
        int maxWaitSeconds,
        Win win,
        double minGain,
        double margin,
        double alpha,
        int minCases,
        double maxInfraErrors,
        double minPassRate)
        implements Serializable {
    public EvaluateConfig {
        models = new TreeMap<>(models);
    }

    /** What a candidate must win. */
    public enum Win {
        /** More right answers. */
        QUALITY,
        /** More right answers; or no fewer, for less money. */
        COST,
        /** More right answers; or no fewer, sooner. */
        LATENCY
    }

    public static EvaluateConfig defaults() {
        return new EvaluateConfig(Map.of(), 8, 60, 4, 60, Win.QUALITY, 0.1, 0.05, 0.05, 10, 0.05, 0.8);
    }

    Patience patience() {
        return new Patience(Duration.ofSeconds(maxWaitSeconds));
    }

    /** The same with other models. */
    public EvaluateConfig with(Map<String, EndpointConfig> others) {
        return new EvaluateConfig(
                others,
                concurrency,
                timeoutSeconds,
                retries,
                maxWaitSeconds,
                win,
                minGain,
                margin,
                alpha,
                minCases,
                maxInfraErrors,
                minPassRate);
    }

    /** What is wrong with it, each with its key and what would be right. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        check(problems, concurrency >= 1 && concurrency <= 1000, prefix + "concurrency", "in [1, 1000]", concurrency);
        check(problems, timeoutSeconds >= 1, prefix + "timeout-seconds", "at least 1", timeoutSeconds);
        check(problems, retries >= 0 && retries <= 100, prefix + "retries", "in [0, 100]", retries);
        check(problems, maxWaitSeconds >= 1, prefix + "max-wait-seconds", "at least 1", maxWaitSeconds);
        check(problems, minGain > 0 && minGain < 1, prefix + "min-gain", "between 0 and 1", minGain);
        check(problems, margin >= 0 && margin < 1, prefix + "margin", "in [0, 1)", margin);
        check(problems, alpha >= 0.0001 && alpha < 0.5, prefix + "alpha", "in [0.0001, 0.5)", alpha);
        check(problems, minCases >= 1, prefix + "min-cases", "at least 1", minCases);
        check(
                problems,
                maxInfraErrors >= 0 && maxInfraErrors < 1,
                prefix + "max-infra-errors",
                "in [0, 1)",
                maxInfraErrors);
        check(problems, minPassRate > 0 && minPassRate <= 1, prefix + "min-pass-rate", "in (0, 1]", minPassRate);
        models.forEach((name, endpoint) -> check(problems, prefix + "models." + name, endpoint));
        return problems;
    }

    private void check(List<String> problems, String place, EndpointConfig endpoint) {
        check(problems, isHttp(endpoint.url()), place + ".url", "an address with http:// or https://", endpoint.url());
        check(problems, !endpoint.model().isBlank(), place + ".model", "the name of a model", endpoint.model());
        endpoint.temperature()
                .ifPresent(
                        value -> check(problems, value >= 0 && value <= 2, place + ".temperature", "in [0, 2]", value));
        endpoint.maxTokens()
                .ifPresent(value -> check(problems, value >= 1, place + ".max-tokens", "at least 1", value));
        endpoint.maxCompletionTokens()
                .ifPresent(value -> check(problems, value >= 1, place + ".max-completion-tokens", "at least 1", value));
        if (endpoint.maxTokens().isPresent() && endpoint.maxCompletionTokens().isPresent()) {
            problems.add("%s.max-tokens stands beside max-completion-tokens; one of them must go".formatted(place));
        }
        endpoint.inputPrice()
                .ifPresent(value -> check(problems, value >= 0, place + ".input-price", "0 or more", value));
        endpoint.outputPrice()
                .ifPresent(value -> check(problems, value >= 0, place + ".output-price", "0 or more", value));
        if (win == Win.COST
                && (endpoint.inputPrice().isEmpty() || endpoint.outputPrice().isEmpty())) {
            problems.add("%s needs input-price and output-price, since evaluate.win is cost".formatted(place));
        }
    }

    private static boolean isHttp(String url) {
        try {
            URI address = new URI(url);
            return address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static void check(List<String> problems, boolean right, String key, String accepted, Object value) {
        if (!right) {
            problems.add("%s must be %s, was %s".formatted(key, accepted, value));
        }
    }
}
