package dev.logmill.eval.run;

import static dev.logmill.eval.run.Sitting.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.SampleCases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept and what is asked, against a real server on the loopback address. */
class TrialRunnerTest {
    private final Sitting sitting = new Sitting();

    @Test
    void keepsWhatIsAnswered() {
        Trials trials = sitting.run(config(4, 20, 0), 5, (call, attempt) -> call.says("yes to " + call.question()));
        assertThat(trials.effort().requests()).isEqualTo(5);
        assertThat(trials.failed()).isEmpty();
        Trial first = trials.kept().get("c000");
        assertThat(first.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(first.number()).isZero();
        assertThat(first.transcript().answer().content()).contains("yes to Is it c000?");
        assertThat(first.transcript().usage().outputTokens()).contains(3L);
        assertThat(sitting.store().trials()).hasSize(5);
    }

    @Test
    void anAnswerThatWasCutIsKeptAndNotAskedAgain() {
        try (ScriptedEndpoint endpoint =
                new ScriptedEndpoint((call, attempt) -> call.finishes("yes, beca", "length"))) {
            Trials first = sitting.run(config(2, 20, 3), 3, endpoint.config(Optional.empty()));
            Trials second = sitting.run(config(2, 20, 3), 3, endpoint.config(Optional.empty()));
            assertThat(first.outcome("c000")).isEqualTo(Outcome.TRUNCATED);
            assertThat(first.answered("c000")).isEmpty();
            assertThat(first.effort().requests()).isEqualTo(3);
            assertThat(second.effort().requests()).isZero();
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
            Trials first = sitting.run(config(4, 20, 0), 50, endpoint.config(Optional.empty()));
            assertThat(first.failed()).hasSize(5);
            endpoint.now((call, attempt) -> call.says("yes"));
            Trials second = sitting.run(config(4, 20, 0), 50, endpoint.config(Optional.empty()));
            assertThat(second.kept()).hasSize(50);
            assertThat(second.effort().requests()).isEqualTo(5);
            assertThat(endpoint.asked()).hasSize(55);
            Trials third = sitting.run(config(4, 20, 0), 50, endpoint.config(Optional.empty()));
            assertThat(third.effort().requests()).isZero();
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
                    cold.revision(),
                    cold.apiKeyEnv(),
                    Optional.of(1.0),
                    cold.maxTokens(),
                    cold.maxCompletionTokens(),
                    Optional.empty(),
                    Optional.empty());
            sitting.run(config(2, 20, 0), 3, cold);
            assertThat(sitting.run(config(2, 20, 0), 3, warm).effort().requests())
                    .isEqualTo(3);
        }
    }

    @Test
    void aCrashBetweenAnswerAndStorageCostsNoMoreThanWhatWasNotKept() {
        try (ScriptedEndpoint endpoint = new ScriptedEndpoint((call, attempt) -> call.says("yes"))) {
            sitting.store().crashAfter(64);
            assertThatThrownBy(() -> sitting.run(config(4, 20, 0), 100, endpoint.config(Optional.empty())))
                    .hasMessage("the disk is full");
            List<String> kept =
                    sitting.store().trials().stream().map(Trial::caseId).toList();
            sitting.store().crashAfter(Integer.MAX_VALUE);
            Trials again = sitting.run(config(4, 20, 0), 100, endpoint.config(Optional.empty()));
            assertThat(kept).hasSizeBetween(60, 64);
            assertThat(again.kept()).hasSize(100);
            assertThat(again.effort().requests()).isEqualTo(100 - kept.size());
            assertThat(sitting.store().trials()).hasSize(100).doesNotHaveDuplicates();
            assertThat(endpoint.asked())
                    .filteredOn(question -> kept.stream().anyMatch(question::contains))
                    .hasSameSizeAs(kept);
        }
    }

    @Test
    void aKeyGoesOutByItsEnvironmentNameOnly() {
        try (ScriptedEndpoint endpoint =
                new ScriptedEndpoint((call, attempt) -> call.says(call.key().orElse("none")))) {
            Trials trials = sitting.run(config(1, 20, 0), 1, endpoint.config(Optional.of("MY_KEY")));
            assertThat(trials.kept().get("c000").transcript().answer().content())
                    .contains("Bearer secret-MY_KEY");
        }
    }

    @Test
    void aFreshAttemptAsksAllAgainAndIsTheOneThatCountsFromThenOn() {
        try (ScriptedEndpoint endpoint = new ScriptedEndpoint((call, attempt) -> call.says("old"))) {
            Map<String, EndpointConfig> models = Map.of("model", endpoint.config(Optional.empty()));
            sitting.run(config(2, 20, 0), 5, models, Freshness.KEPT);
            endpoint.now((call, attempt) -> {
                if (call.question().equals("Is it c004?")) {
                    call.sends(400, "{}");
                } else {
                    call.says("new");
                }
            });
            Trials fresh =
                    sitting.run(config(2, 20, 0), 5, models, Freshness.FRESH).get("model");
            assertThat(fresh.before()).isZero();
            assertThat(fresh.effort().questions()).isEqualTo(5);
            endpoint.now((call, attempt) -> call.says("new"));
            Trials after =
                    sitting.run(config(2, 20, 0), 5, models, Freshness.KEPT).get("model");
            assertThat(after.before()).isEqualTo(4);
            assertThat(after.effort().questions()).isEqualTo(1);
            assertThat(after.kept().values()).allSatisfy(trial -> {
                assertThat(trial.number()).isEqualTo(1);
                assertThat(trial.transcript().answer().content()).contains("new");
            });
            assertThat(sitting.store().trials()).hasSize(10);
        }
    }

    @Test
    void anotherRevisionIsAnotherModelAndAnotherSpellingOfItsAddressIsNot() {
        try (ScriptedEndpoint endpoint = new ScriptedEndpoint((call, attempt) -> call.says("yes"))) {
            EndpointConfig first = endpoint.config(Optional.empty());
            EndpointConfig second = new EndpointConfig(
                    first.url(),
                    first.model(),
                    Optional.of("v2"),
                    first.apiKeyEnv(),
                    first.temperature(),
                    first.maxTokens(),
                    first.maxCompletionTokens(),
                    first.inputPrice(),
                    first.outputPrice());
            sitting.run(config(2, 20, 0), 3, first);
            assertThat(sitting.run(config(2, 20, 0), 3, first.at(first.url().replace("http", "HTTP") + "/"))
                            .before())
                    .isEqualTo(3);
            assertThat(sitting.run(config(2, 20, 0), 3, second).before()).isZero();
        }
    }

    @Test
    void whatSeveralCasesAskIsAskedOnce() {
        try (ScriptedEndpoint endpoint = new ScriptedEndpoint((call, attempt) -> call.says("yes"))) {
            Case one = SampleCases.random("c000", "g0");
            Case same = new Case(
                    "c001",
                    one.suite(),
                    one.agent(),
                    one.stratum(),
                    one.inclusionProbability(),
                    one.trafficWeight(),
                    one.leakGroup(),
                    one.inputId(),
                    one.pairId(),
                    one.runId(),
                    one.project(),
                    one.traceId(),
                    one.spanId(),
                    one.input(),
                    one.tools(),
                    one.responseFormat(),
                    one.reference(),
                    one.referenceOrigin(),
                    one.referencePairId(),
                    one.referenceSignals(),
                    one.graders(),
                    one.firstNight(),
                    one.batch());
            Trials trials = new TrialRunner(config(2, 20, 0), sitting.store(), name -> Optional.empty(), Freshness.KEPT)
                    .run(
                            "suite",
                            List.of(one, same),
                            Map.of("model", endpoint.config(Optional.empty())),
                            (model, done) -> {})
                    .get("model");
            assertThat(trials.kept()).hasSize(2);
            assertThat(sitting.store().trials()).hasSize(1);
            assertThat(endpoint.asked()).hasSize(1);
        }
    }

    @Test
    void tokensAreCountedAndPriced() {
        try (ScriptedEndpoint endpoint = new ScriptedEndpoint((call, attempt) -> call.says("yes"))) {
            EndpointConfig free = endpoint.config(Optional.empty());
            EndpointConfig paid = new EndpointConfig(
                    free.url(),
                    free.model(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(64),
                    Optional.of(1000.0),
                    Optional.of(2000.0));
            Effort effort = sitting.run(config(2, 20, 0), 5, paid).effort();
            assertThat(effort.usage().inputTokens()).contains(35L);
            assertThat(effort.usage().outputTokens()).contains(15L);
            assertThat(effort.cost().orElseThrow()).isCloseTo(0.065, within(1e-9));
        }
    }
}
