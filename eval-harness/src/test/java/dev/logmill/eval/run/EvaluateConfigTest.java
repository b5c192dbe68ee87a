package dev.logmill.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.eval.run.EvaluateConfig.Win;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluateConfigTest {
    private static EndpointConfig endpoint(String url) {
        return EndpointConfig.of(url, "m");
    }

    @Test
    void theDefaultsAreRight() {
        assertThat(EvaluateConfig.defaults().problems("evaluate.")).isEmpty();
        assertThat(EvaluateConfig.defaults()
                        .with(Map.of("a", endpoint("http://[::1]:8080/v1")))
                        .problems("evaluate."))
                .isEmpty();
    }

    @Test
    void everythingOutOfRangeIsNamedAtOnce() {
        EvaluateConfig wrong = new EvaluateConfig(Map.of(), 0, 0, -1, 0, Win.QUALITY, 0, 1, 0.5, 0, 1, Double.NaN);
        assertThat(wrong.problems("evaluate."))
                .containsExactly(
                        "evaluate.concurrency must be in [1, 1000], was 0",
                        "evaluate.timeout-seconds must be at least 1, was 0",
                        "evaluate.retries must be in [0, 100], was -1",
                        "evaluate.max-wait-seconds must be at least 1, was 0",
                        "evaluate.min-gain must be between 0 and 1, was 0.0",
                        "evaluate.margin must be in [0, 1), was 1.0",
                        "evaluate.alpha must be in [0.0001, 0.5), was 0.5",
                        "evaluate.min-cases must be at least 1, was 0",
                        "evaluate.max-infra-errors must be in [0, 1), was 1.0",
                        "evaluate.min-pass-rate must be in (0, 1], was NaN");
    }

    @Test
    void modelsAreCheckedToo() {
        EndpointConfig wrong = new EndpointConfig(
                "ftp://x",
                "m",
                Optional.empty(),
                Optional.empty(),
                Optional.of(-0.1),
                Optional.of(0),
                Optional.of(0),
                Optional.of(-1.0),
                Optional.of(-2.0));
        assertThat(EvaluateConfig.defaults().with(Map.of("a", wrong)).problems("evaluate."))
                .containsExactly(
                        "evaluate.models.a.url must be an address with http:// or https://, was ftp://x",
                        "evaluate.models.a.temperature must be in [0, 2], was -0.1",
                        "evaluate.models.a.max-tokens must be at least 1, was 0",
                        "evaluate.models.a.max-completion-tokens must be at least 1, was 0",
                        "evaluate.models.a.max-tokens stands beside max-completion-tokens; one of them must go",
                        "evaluate.models.a.input-price must be 0 or more, was -1.0",
                        "evaluate.models.a.output-price must be 0 or more, was -2.0");
        assertThat(EvaluateConfig.defaults()
                        .with(Map.of("a", endpoint("http://")))
                        .problems("evaluate."))
                .hasSize(1);
    }

    @Test
    void aWinOfCostNeedsPrices() {
        EvaluateConfig cost = new EvaluateConfig(
                Map.of("a", endpoint("http://h/v1")), 8, 60, 4, 60, Win.COST, 0.1, 0.05, 0.05, 10, 0.05, 0.8);
        assertThat(cost.problems("evaluate."))
                .containsExactly("evaluate.models.a needs input-price and output-price, since evaluate.win is cost");
    }
}
