package dev.logmill.eval.run;

import static dev.logmill.eval.run.Sitting.config;
import static dev.logmill.eval.run.Sitting.patient;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Endpoints that say that it is too much, against a real server on the loopback address. */
class LimitedEndpointTest {
    private final Sitting sitting = new Sitting();

    @Test
    void asksAgainAfter429() {
        Trials trials = sitting.run(config(2, 20, 3), 3, (call, attempt) -> {
            if (attempt == 0) {
                call.asksToWait(429, "0.1");
            } else {
                call.says("yes");
            }
        });
        assertThat(trials.kept()).hasSize(3).allSatisfy((id, trial) -> assertThat(trial.requests())
                .isEqualTo(2));
        assertThat(trials.effort().requests()).isEqualTo(6);
    }

    @Test
    void nothingBut429IsGivenUpOnceItWasWaitedLongEnough() {
        Trials trials = sitting.run(patient(8, 2), 167, (call, attempt) -> call.sends(429, "{\"error\":\"no quota\"}"));
        assertThat(trials.stopped())
                .contains("the endpoint said nothing but 429 for as long as evaluate.max-wait-seconds");
        assertThat(trials.effort().requests()).isLessThan(10);
        assertThat(trials.words()).containsEntry(Outcome.RATE_LIMITED, "no quota");
    }

    @Test
    void aSteadyLimitOfRequestsIsOnlyAMatterOfTime() {
        Trials trials = sitting.run(patient(8, 4), 60, new Windowed(20, 1_500));
        assertThat(trials.stopped()).isEmpty();
        assertThat(trials.kept()).hasSize(60);
    }

    /** So many requests in each stretch of time; more are refused, and nothing said of when. */
    private static final class Windowed implements ScriptedEndpoint.Script {
        private final int most;
        private final long nanos;
        private long begun;
        private int inside;

        Windowed(int most, long millis) {
            this.most = most;
            this.nanos = millis * 1_000_000;
        }

        @Override
        public void answer(ScriptedEndpoint.Call call, int attempt) throws IOException {
            if (enters()) {
                call.says("yes");
            } else {
                call.sends(429, "{}");
            }
        }

        private synchronized boolean enters() {
            if (inside == 0 || System.nanoTime() - begun > nanos) {
                begun = System.nanoTime();
                inside = 0;
            }
            return ++inside <= most;
        }
    }

    @Test
    void aQuestionThatIsTooLargeForTheLimitIsGivenUpAlone() {
        Trials trials = sitting.run(patient(2, 4), 40, (call, attempt) -> {
            if (call.question().equals("Is it c003?")) {
                call.sends(429, "{\"error\":\"Request too large\"}");
            } else {
                call.says("yes");
            }
        });
        assertThat(trials.kept()).hasSize(39);
        assertThat(trials.outcome("c003")).isEqualTo(Outcome.RATE_LIMITED);
    }

    @Test
    void aWaitThatOneRequestIsAskedForHoldsAll() {
        try (ScriptedEndpoint endpoint = new ScriptedEndpoint((call, attempt) -> {
            if (attempt == 0 && !call.question().equals("Is it c000?")) {
                call.asksToWait(429, "1");
            } else {
                call.says("yes");
            }
        })) {
            long begun = System.nanoTime();
            Trials trials = sitting.run(
                            patient(4, 10), 5, Map.of("model", endpoint.config(Optional.empty())), Freshness.KEPT)
                    .get("model");
            assertThat(trials.kept()).hasSize(5);
            assertThat(endpoint.asked()).hasSizeLessThanOrEqualTo(9);
            assertThat((System.nanoTime() - begun) / 1_000_000).isGreaterThan(990);
        }
    }

    @Test
    void modelsAtOneEndpointShareItsBudget() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ScriptedEndpoint endpoint = new ScriptedEndpoint((call, attempt) -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            call.hangsFor(10);
            inside.decrementAndGet();
            call.says("yes");
        })) {
            EndpointConfig one = endpoint.config(Optional.empty());
            EndpointConfig other = one.at(one.url() + "/");
            sitting.run(config(3, 20, 0), 30, Map.of("one", one, "other", other), Freshness.KEPT);
            assertThat(most.get()).isEqualTo(3);
        }
    }
}
