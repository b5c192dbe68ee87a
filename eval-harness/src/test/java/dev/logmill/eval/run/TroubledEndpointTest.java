package dev.logmill.eval.run;

import static dev.logmill.eval.run.Sitting.config;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Endpoints that fail, against a real server on the loopback address. */
class TroubledEndpointTest {
    private final Sitting sitting = new Sitting();

    @Test
    void asksAgainAfterAServerError() {
        Trials trials = sitting.run(config(2, 20, 1), 2, (call, attempt) -> {
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
        Trials trials = sitting.run(config(1, 1, 0), 8, (call, attempt) -> {
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
        assertThat(sitting.store().trials()).isEmpty();
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
        assertThat(sitting.run(config(1, 20, 5), 2, (call, attempt) -> call.sends(400, "{}"))
                        .effort()
                        .requests())
                .isEqualTo(2);
    }

    @Test
    void aRefusedKeyStopsAtOnce() {
        Trials trials = sitting.run(config(1, 20, 5), 200, (call, attempt) -> call.sends(401, "{}"));
        assertThat(trials.stopped()).contains("the endpoint refused the key (401)");
        assertThat(trials.effort().requests()).isEqualTo(1);
        assertThat(trials.failed()).hasSize(200).containsEntry("c199", Outcome.NOT_ASKED);
        assertThat(trials.failed().values().stream().filter(Outcome.UNAUTHORISED::equals))
                .hasSize(1);
    }

    @Test
    void anUnknownModelStopsAtOnce() {
        Trials trials = sitting.run(config(1, 20, 5), 200, (call, attempt) -> call.sends(404, "{}"));
        assertThat(trials.stopped()).contains("the endpoint knows no such address or model (404)");
        assertThat(trials.effort().requests()).isEqualTo(1);
    }

    @Test
    void anEndpointThatIsNotThereIsGivenUpAfterTenInARow() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        EndpointConfig nowhere = EndpointConfig.of("http://127.0.0.1:" + free + "/v1", "m");
        Trials trials = sitting.run(config(1, 20, 0), 200, nowhere);
        assertThat(trials.stopped()).contains("the endpoint failed 10 times in a row, at last with CONNECTION");
        assertThat(trials.failed().values().stream().filter(Outcome.CONNECTION::equals))
                .hasSize(10);
        assertThat(trials.failed().values().stream().filter(Outcome.NOT_ASKED::equals))
                .hasSize(190);
    }

    @Test
    void failuresThatAreNotInARowStopNothing() {
        Trials scattered = sitting.run(config(1, 20, 0), 60, (call, attempt) -> {
            if (call.question().matches(".*[13579]\\?")) {
                call.sends(500, "{}");
            } else {
                call.says("yes");
            }
        });
        assertThat(scattered.stopped()).isEmpty();
        assertThat(scattered.failed()).hasSize(30).doesNotContainValue(Outcome.NOT_ASKED);
    }

    @Test
    void oneForbiddenPromptStopsNothing() {
        Trials trials = sitting.run(config(1, 20, 0), 20, (call, attempt) -> {
            if (call.question().endsWith("7?")) {
                call.sends(403, "{\"error\":{\"message\":\"flagged\"}}");
            } else {
                call.says("yes");
            }
        });
        assertThat(trials.stopped()).isEmpty();
        assertThat(trials.kept()).hasSize(18);
        assertThat(trials.words()).containsEntry(Outcome.FORBIDDEN, "flagged");
    }

    @Test
    void fiveBadRequestsAlikeAreNotFollowedByMore() {
        Trials trials = sitting.run(
                config(8, 20, 4),
                167,
                (call, attempt) -> call.sends(400, "{\"error\":{\"message\":\"Use 'max_completion_tokens'\"}}"));
        assertThat(trials.effort().requests()).isEqualTo(5);
        assertThat(trials.words()).containsEntry(Outcome.BAD_REQUEST, "Use 'max_completion_tokens'");
        assertThat(trials.stopped()).isPresent();
    }

    @Test
    void aPageInsteadOfAnApiIsGivenUpAfterTenRequests() {
        Trials trials = sitting.run(config(8, 20, 4), 167, (call, attempt) -> call.sends(200, "<html>an app</html>"));
        assertThat(trials.effort().requests()).isEqualTo(10);
        assertThat(trials.stopped()).contains("the endpoint failed 10 times in a row, at last with PARSE_FAILED");
        assertThat(trials.words()).containsEntry(Outcome.PARSE_FAILED, "<html>an app</html>");
    }

    @Test
    void aRedirectionIsToldAndNotFollowed() {
        Trials trials =
                sitting.run(config(8, 20, 4), 167, (call, attempt) -> call.redirects("https://b.example/v1?key=x"));
        assertThat(trials.effort().requests()).isEqualTo(1);
        assertThat(trials.words()).containsEntry(Outcome.REDIRECTED, "https://b.example/v1");
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        Trials trials = sitting.run(config(1, 20, 0), 2, (call, attempt) -> {
            if (call.question().equals("Is it c001?")) {
                call.floods(1L << 32);
            } else {
                call.says("yes");
            }
        });
        assertThat(trials.outcome("c001")).isEqualTo(Outcome.PARSE_FAILED);
        assertThat(trials.outcome("c000")).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void aHopelessModelEndsTheOther() {
        try (ScriptedEndpoint good = new ScriptedEndpoint((call, attempt) -> call.says("yes"));
                ScriptedEndpoint page = new ScriptedEndpoint((call, attempt) -> call.sends(200, "<html>"))) {
            Map<String, EndpointConfig> models =
                    Map.of("candidate", page.config(Optional.empty()), "baseline", good.config(Optional.empty()));
            Map<String, Trials> trials = sitting.run(config(8, 20, 4), 167, models, Freshness.KEPT);
            assertThat(trials.get("candidate").stopped()).isPresent();
            assertThat(trials.get("baseline").stopped()).isEmpty();
            assertThat(trials.get("baseline").outcome("c166")).isEqualTo(Outcome.NOT_ASKED);
            assertThat(good.asked()).hasSize(1);
        }
    }
}
