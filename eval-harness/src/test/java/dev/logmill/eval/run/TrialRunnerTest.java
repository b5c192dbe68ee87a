package dev.logmill.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.SampleCases;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The runner against a real server on the loopback address. */
class TrialRunnerTest {
    private final Kept store = new Kept();

    /** Trials in memory, with a fault to order. */
    private static final class Kept implements TrialStore {
        private final List<Trial> trials = new ArrayList<>();
        private int crashAfter = Integer.MAX_VALUE;

        @Override
        public List<Trial> kept(Set<String> trialKeys) {
            return trials.stream()
                    .filter(trial -> trialKeys.contains(trial.trialKey()))
                    .toList();
        }

        @Override
        public void keep(Collection<Trial> more) {
            if (trials.size() + more.size() > crashAfter) {
                throw new IllegalStateException("the disk is full");
            }
            trials.addAll(more);
        }
    }

    private static EvaluateConfig config(int concurrency, int timeoutSeconds, int retries) {
        EvaluateConfig defaults = EvaluateConfig.defaults();
        return new EvaluateConfig(
                Map.of(),
                concurrency,
                timeoutSeconds,
                retries,
                1,
                defaults.win(),
                defaults.minGain(),
                defaults.margin(),
                defaults.alpha(),
                defaults.minCases(),
                defaults.maxInfraErrors(),
                defaults.minPassRate());
    }

    private static List<Case> cases(int count) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(SampleCases.random("c%03d".formatted(i), "g" + i));
        }
        return cases;
    }

    private Trials run(EvaluateConfig config, int count, EndpointConfig endpoint) {
        return new TrialRunner(config, store, name -> Optional.of("secret-" + name))
                .run("suite", cases(count), "model", endpoint, done -> {});
    }

    private Trials run(EvaluateConfig config, int count, ScriptedEndpoint.Script script) {
        try (ScriptedEndpoint endpoint = new ScriptedEndpoint(script)) {
            return run(config, count, endpoint.config(Optional.empty()));
        }
    }

    @Test
    void keepsWhatIsAnswered() {
        Trials trials = run(config(4, 20, 0), 5, (call, attempt) -> call.says("yes to " + call.question()));
        assertThat(trials.requests()).isEqualTo(5);
        assertThat(trials.failed()).isEmpty();
        Trial first = trials.kept().get("c000");
        assertThat(first.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(first.number()).isZero();
        assertThat(first.transcript().answer().content()).contains("yes to Is it c000?");
        assertThat(first.transcript().usage().outputTokens()).contains(3L);
        assertThat(store.trials).hasSize(5);
    }

    @Test
    void asksAgainAfter429() {
        Trials trials = run(config(2, 20, 3), 3, (call, attempt) -> {
            if (attempt == 0) {
                call.asksToWait(429, "0.1");
            } else {
                call.says("yes");
            }
        });
        assertThat(trials.kept()).hasSize(3).allSatisfy((id, trial) -> assertThat(trial.requests())
                .isEqualTo(2));
        assertThat(trials.requests()).isEqualTo(6);
    }

    @Test
    void asksAgainAfterAServerError() {
        Trials trials = run(config(2, 20, 1), 2, (call, attempt) -> {
            if (attempt == 0) {
                call.sends(500, "oops");
            } else {
                call.says("yes");
            }
        });
        assertThat(trials.kept()).hasSize(2);
    }

    @Test
    void infrastructureErrorsHaveATypeAndNoTranscript() {
        Trials trials = run(config(1, 1, 0), 8, (call, attempt) -> {
            switch (call.question()) {
                case "Is it c000?" -> call.sends(429, "{}");
                case "Is it c001?" -> call.sends(503, "{}");
                case "Is it c002?" -> call.hangs();
                case "Is it c003?" -> call.hangsInItsBody();
                case "Is it c004?" -> call.isCut();
                case "Is it c005?" -> call.sends(200, "<html>no JSON</html>");
                case "Is it c006?" -> call.sends(200, "{\"choices\":[]}");
                default -> call.sends(400, "{}");
            }
        });
        assertThat(trials.kept()).isEmpty();
        assertThat(store.trials).isEmpty();
        assertThat(trials.failed())
                .isEqualTo(Map.of(
                        "c000", Outcome.RATE_LIMITED,
                        "c001", Outcome.SERVER_ERROR,
                        "c002", Outcome.TIMEOUT,
                        "c003", Outcome.TIMEOUT,
                        "c004", Outcome.CONNECTION,
                        "c005", Outcome.PARSE_FAILED,
                        "c006", Outcome.PARSE_FAILED,
                        "c007", Outcome.BAD_REQUEST));
        assertThat(trials.answered("c000")).isEmpty();
    }

    @Test
    void aBadRequestIsNotRepeated() {
        assertThat(run(config(1, 20, 5), 2, (call, attempt) -> call.sends(400, "{}"))
                        .requests())
                .isEqualTo(2);
    }

    @Test
    void anAnswerThatWasCutIsKeptAndNotAskedAgain() {
        try (ScriptedEndpoint endpoint =
                new ScriptedEndpoint((call, attempt) -> call.finishes("yes, beca", "length"))) {
            Trials first = run(config(2, 20, 3), 3, endpoint.config(Optional.empty()));
            Trials second = run(config(2, 20, 3), 3, endpoint.config(Optional.empty()));
            assertThat(first.outcome("c000")).isEqualTo(Outcome.TRUNCATED);
            assertThat(first.answered("c000")).isEmpty();
            assertThat(first.requests()).isEqualTo(3);
            assertThat(second.requests()).isZero();
            assertThat(second.outcome("c000")).isEqualTo(Outcome.TRUNCATED);
            assertThat(endpoint.asked()).hasSize(3);
        }
    }

    @Test
    void whatWasAnsweredIsNotPaidForAgain() {
        try (ScriptedEndpoint endpoint = new ScriptedEndpoint((call, attempt) -> {
            if (call.question().endsWith("7?")) {
                call.sends(400, "{}");
            } else {
                call.says("yes");
            }
        })) {
            Trials first = run(config(4, 20, 0), 50, endpoint.config(Optional.empty()));
            assertThat(first.failed()).hasSize(5);
            endpoint.now((call, attempt) -> call.says("yes"));
            Trials second = run(config(4, 20, 0), 50, endpoint.config(Optional.empty()));
            assertThat(second.kept()).hasSize(50);
            assertThat(second.requests()).isEqualTo(5);
            assertThat(endpoint.asked()).hasSize(55);
            Trials third = run(config(4, 20, 0), 50, endpoint.config(Optional.empty()));
            assertThat(third.requests()).isZero();
            assertThat(endpoint.asked()).hasSize(55);
        }
    }

    @Test
    void otherSettingsAreAnotherTrial() {
        try (ScriptedEndpoint endpoint = new ScriptedEndpoint((call, attempt) -> call.says("yes"))) {
            EndpointConfig cold = endpoint.config(Optional.empty());
            EndpointConfig warm = new EndpointConfig(
                    cold.url(),
                    cold.model(),
                    cold.apiKeyEnv(),
                    Optional.of(1.0),
                    cold.maxTokens(),
                    Optional.empty(),
                    Optional.empty());
            run(config(2, 20, 0), 3, cold);
            assertThat(run(config(2, 20, 0), 3, warm).requests()).isEqualTo(3);
        }
    }

    @Test
    void aCrashBetweenAnswerAndStorageCostsNoMoreThanWhatWasNotKept() {
        try (ScriptedEndpoint endpoint = new ScriptedEndpoint((call, attempt) -> call.says("yes"))) {
            store.crashAfter = 64;
            assertThatThrownBy(() -> run(config(4, 20, 0), 100, endpoint.config(Optional.empty())))
                    .hasMessage("the disk is full");
            List<String> kept = store.trials.stream().map(Trial::caseId).toList();
            store.crashAfter = Integer.MAX_VALUE;
            Trials again = run(config(4, 20, 0), 100, endpoint.config(Optional.empty()));
            assertThat(kept).hasSize(64);
            assertThat(again.kept()).hasSize(100);
            assertThat(again.requests()).isEqualTo(36);
            assertThat(store.trials).hasSize(100).doesNotHaveDuplicates();
            assertThat(endpoint.asked())
                    .filteredOn(question -> kept.stream().anyMatch(question::contains))
                    .hasSize(64);
        }
    }

    @Test
    void aKeyGoesOutByItsEnvironmentNameOnly() {
        try (ScriptedEndpoint endpoint =
                new ScriptedEndpoint((call, attempt) -> call.says(call.key().orElse("none")))) {
            Trials trials = run(config(1, 20, 0), 1, endpoint.config(Optional.of("MY_KEY")));
            assertThat(trials.kept().get("c000").transcript().answer().content())
                    .contains("Bearer secret-MY_KEY");
        }
    }

    @Test
    void aRefusedKeyStopsAtOnce() {
        Trials trials = run(config(1, 20, 5), 200, (call, attempt) -> call.sends(401, "{}"));
        assertThat(trials.stopped()).contains("the endpoint refused the key (401 or 403)");
        assertThat(trials.requests()).isEqualTo(1);
        assertThat(trials.failed()).hasSize(200).containsEntry("c199", Outcome.NOT_ASKED);
        assertThat(trials.failed().values().stream().filter(Outcome.UNAUTHORISED::equals))
                .hasSize(1);
    }

    @Test
    void anUnknownModelStopsAtOnce() {
        Trials trials = run(config(1, 20, 5), 200, (call, attempt) -> call.sends(404, "{}"));
        assertThat(trials.stopped()).contains("the endpoint knows no such address or model (404)");
        assertThat(trials.requests()).isEqualTo(1);
    }

    @Test
    void anEndpointThatIsNotThereIsGivenUpAfterTenInARow() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        EndpointConfig nowhere = new EndpointConfig(
                "http://127.0.0.1:" + free + "/v1",
                "m",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Trials trials = run(config(1, 20, 0), 200, nowhere);
        assertThat(trials.stopped()).contains("the endpoint failed 10 times in a row, at last with CONNECTION");
        assertThat(trials.failed().values().stream().filter(Outcome.CONNECTION::equals))
                .hasSize(10);
        assertThat(trials.failed().values().stream().filter(Outcome.NOT_ASKED::equals))
                .hasSize(190);
    }

    @Test
    void failuresThatAreNotInARowOrNotTheConnectionsStopNothing() {
        Trials scattered = run(config(1, 20, 0), 60, (call, attempt) -> {
            if (call.question().matches(".*[13579]\\?")) {
                call.sends(500, "{}");
            } else {
                call.says("yes");
            }
        });
        assertThat(scattered.stopped()).isEmpty();
        assertThat(scattered.failed()).hasSize(30).doesNotContainValue(Outcome.NOT_ASKED);
        Trials refused = run(config(1, 20, 0), 60, (call, attempt) -> call.sends(400, "{}"));
        assertThat(refused.stopped()).isEmpty();
        assertThat(refused.failed()).hasSize(60).doesNotContainValue(Outcome.NOT_ASKED);
    }
}
