package dev.logmill.eval.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How models are asked and compared.
 *
 * @param models endpoints by the name that {@code --candidate} and {@code --baseline} take
 * @param concurrency most requests in flight to one endpoint
 * @param timeoutSeconds most time that one request may take
 * @param retries how often a request is repeated after an infrastructure error
 * @param margin the loss that is still no loss: share of all traffic
 * @param alpha probability of promoting a model that is no better by more than the margin allows
 * @param minCases fewer graded cases decide nothing
 * @param maxInfraErrors a greater share of trials without an answer makes the evaluation invalid
 * @param minPassRate without a baseline: the pass rate that a candidate must reach
 */
public record EvaluateConfig(
        Map<String, EndpointConfig> models,
        int concurrency,
        int timeoutSeconds,
        int retries,
        double margin,
        double alpha,
        int minCases,
        double maxInfraErrors,
        double minPassRate)
        implements Serializable {
    public EvaluateConfig {
        models = new TreeMap<>(models);
    }

    public static EvaluateConfig defaults() {
        return new EvaluateConfig(Map.of(), 8, 60, 4, 0.05, 0.05, 10, 0.05, 0.8);
    }

    /** What is wrong with it, each with its key and what would be right. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        if (concurrency < 1 || concurrency > 1000) {
            problems.add("%sconcurrency must be in [1, 1000], was %d".formatted(prefix, concurrency));
        }
        if (timeoutSeconds < 1) {
            problems.add("%stimeout-seconds must be at least 1, was %d".formatted(prefix, timeoutSeconds));
        }
        if (retries < 0) {
            problems.add("%sretries must be 0 or more, was %d".formatted(prefix, retries));
        }
        if (!(margin >= 0 && margin < 1)) {
            problems.add("%smargin must be in [0, 1), was %s".formatted(prefix, margin));
        }
        if (!(alpha > 0 && alpha < 0.5)) {
            problems.add("%salpha must be between 0 and 0.5, was %s".formatted(prefix, alpha));
        }
        models.forEach((name, endpoint) -> {
            if (!endpoint.url().startsWith("http://") && !endpoint.url().startsWith("https://")) {
                problems.add("%smodels.%s.url must begin with http:// or https://".formatted(prefix, name));
            }
        });
        return problems;
    }
}
