package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.night.LakeLock;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands about suites, from the command line to the tables, against a server on the loopback address. */
class EvaluateTest {
    @TempDir
    private Path folder;

    private SkilledModels models;
    private QuizHome home;

    @BeforeEach
    void publishSixtyCases() throws IOException {
        models = new SkilledModels();
        home = new QuizHome(folder.resolve("home"), models.url());
    }

    @AfterEach
    void stop() {
        models.close();
    }

    private Path config() {
        return home.config();
    }

    private Said evaluate(String suite, String candidate, String... more) {
        return Said.by(home.evaluate(suite, candidate, more));
    }

    @ParameterizedTest
    @CsvSource({
        "skill-10, 0, PROMOTE, it is better",
        "skill-3, 10, HOLD, it is worse",
        "skill-7-shift-3, 11, INCONCLUSIVE, the cases do not decide it",
        "cut, 12, INVALID, 60 TRUNCATED",
        "down, 12, INVALID, the endpoint failed 10 times in a row",
        "locked, 12, INVALID, locked was given up: the endpoint refused the key (401)"
    })
    void theExitCodeIsTheDecision(String candidate, int code, String decision, String reason) {
        Said said = evaluate("quiz", candidate, "--baseline", "skill-7");
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        assertThat(said.out()).startsWith(decision + "  " + candidate).contains(reason);
    }

    @Test
    void aSecondLookAtASuiteSaysSo() {
        evaluate("quiz", "skill-10", "--baseline", "skill-7");
        Said second = evaluate("quiz", "skill-8", "--baseline", "skill-7");
        assertThat(second.out()).contains("this suite version had 1 other verdicts");
        assertThat(second.err()).contains("60 cases of 60 groups decide");
    }

    @Test
    void withoutABaselineThePassRateDecides() {
        assertThat(evaluate("quiz", "skill-10").code()).isZero();
        assertThat(evaluate("quiz", "skill-3").code()).isEqualTo(10);
        assertThat(evaluate(
                                "quiz",
                                "skill-8",
                                "--summary",
                                folder.resolve("s.json").toString())
                        .code())
                .isEqualTo(11);
    }

    @Test
    void aVerdictIsAddedOnceAndItsTrialsAreNotPaidForAgain() throws IOException {
        Path summary = folder.resolve("summary.json");
        String[] more = {"--baseline", "skill-7", "--summary", summary.toString()};
        evaluate("quiz@" + home.version(), "skill-10", more);
        int paid = models.requests();
        evaluate("quiz", "skill-10", more);
        assertThat(paid).isEqualTo(120);
        assertThat(models.requests()).isEqualTo(120);
        Lake lake = home.lake();
        List<Verdict> verdicts = lake.rows(EvalTables.VERDICTS);
        assertThat(lake.rows(EvalTables.TRIALS)).hasSize(120);
        assertThat(verdicts).hasSize(1);
        assertThat(verdicts.get(0).cases()).isEqualTo(60);
        assertThat(verdicts.get(0).ungraded()).isEqualTo(30);
        JsonNode written = Json.parse(Files.readAllBytes(summary));
        assertThat(written.path("decision").asText()).isEqualTo("promote");
        assertThat(written.path("models").path("skill-7").path("asked_now").asInt())
                .isZero();
        assertThat(written.path("models")
                        .path("skill-7")
                        .path("kept_from_before")
                        .asInt())
                .isEqualTo(60);
        assertThat(written.path("lower").asDouble())
                .isEqualTo(verdicts.get(0).lower().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "quiz, nobody, evaluate.models has no 'nobody'",
        "quiz, keyed, 'evaluate.models.keyed.api-key-env names LOGMILL_NO_SUCH_KEY, which is not set'",
        "nothing, skill-7, No version of suite nothing is published",
        "quiz@2026-01-01-000000000000, skill-7, Suite quiz@2026-01-01-000000000000 is not published",
        "../quiz, skill-7, A suite is lower-case letters"
    })
    void whatCannotBeMeantIsUsage(String suite, String candidate, String message) {
        Said said = evaluate(suite, candidate);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(message);
        assertThat(models.requests()).isZero();
    }

    @Test
    void aSuiteThatIsNotAsItWasPublishedIsInvalid() throws IOException {
        Path cases = folder.resolve("home/published/suites/quiz/%s/cases.jsonl".formatted(home.version()));
        Files.writeString(cases, Files.readString(cases).replaceFirst("\n.*\n", "\n"));
        Said said = evaluate("quiz", "skill-10", "--baseline", "skill-7");
        assertThat(said.code()).isEqualTo(12);
        assertThat(said.err())
                .contains("Suite quiz@%s is no longer as it was published: cases.jsonl".formatted(home.version()));
        assertThat(models.requests()).isZero();
    }

    @Test
    void whatWasAskedNowAndWhatThatTookIsSaidOfEachModel() {
        assertThat(evaluate("quiz", "priced", "--baseline", "skill-7").out())
                .contains(
                        "priced: 60 asked now, 0 kept from before; 60 requests, 600 tokens read, 60 written, cost 0.000720",
                        "skill-7: 60 asked now, 0 kept from before; 60 requests, 600 tokens read, 60 written");
        assertThat(evaluate("quiz", "skill-10", "--baseline", "skill-7").out())
                .contains(
                        "skill-10: 60 asked now, 0 kept from before; 60 requests",
                        "skill-7: 0 asked now, 60 kept from before" + System.lineSeparator());
    }

    @Test
    void askedAfreshAnEarlierAnswerStaysAndCountsNoMore() {
        evaluate("quiz", "skill-7");
        assertThat(evaluate("quiz", "skill-7", "--fresh").out()).contains("60 asked now, 0 kept from before");
        assertThat(models.requests()).isEqualTo(120);
        assertThat(home.lake().rows(EvalTables.TRIALS)).hasSize(120);
    }

    @Test
    void aCandidateThatCannotBeAskedCostsNoBaseline() {
        assertThat(evaluate("quiz", "locked", "--baseline", "skill-7").code()).isEqualTo(12);
        assertThat(models.requests()).isLessThanOrEqualTo(2);
        assertThat(evaluate("quiz", "skill-10", "--baseline", "down").code()).isEqualTo(12);
        assertThat(models.asked())
                .filteredOn(asked -> asked.startsWith("skill-10"))
                .hasSize(1);
    }

    @Test
    void nothingIsAskedWhereTheCasesCannotDecide() throws IOException {
        Files.writeString(config(), Files.readString(config()).replace("  retries: 0\n", "  min-cases: 61\n"));
        Said said = evaluate("quiz", "skill-10", "--baseline", "skill-7");
        assertThat(said.code()).isEqualTo(11);
        assertThat(said.out())
                .contains("only 60 cases of the random draw over all traffic can be graded", "so nothing was asked");
        assertThat(models.requests()).isZero();
    }

    @Test
    void noKeyOfPseudonymsIsNeeded() throws IOException {
        Files.delete(folder.resolve("home/pseudonym.key"));
        assertThat(evaluate("quiz", "skill-10").code()).isZero();
    }

    @Test
    @Timeout(120)
    void aNightRunsWhileAModelThinksAndAnEvaluationWaitsForANight() throws Exception {
        CompletableFuture<Integer> thinking =
                CompletableFuture.supplyAsync(() -> Main.run(home.evaluate("quiz", "slow")));
        while (models.asked().stream().noneMatch("slow 20"::equals)) {
            Thread.sleep(10);
        }
        assertThat(Said.by("nightly", "--as-of", "2026-11-01", "--config", config().toString())
                        .code())
                .isZero();
        assertThat(evaluate("quiz", "skill-10").code()).isZero();
        try (LakeLock night = LakeLock.take(home.lake(), "nightly", waiting -> {})) {
            models.goOn();
            // The other evaluation has brought the twenty that were answered before it to the table.
            while (home.answersInLog() < 40) {
                Thread.sleep(10);
            }
            assertThat(thinking.isDone()).isFalse();
        }
        assertThat(thinking.get()).isZero();
        assertThat(home.lake().rows(EvalTables.TRIALS)).hasSize(120);
    }

    @Test
    void aModelIsNotItsOwnBaseline() {
        Said said = evaluate("quiz", "skill-7", "--baseline", "skill-7");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--baseline must be another model than --candidate 'skill-7'");
    }

    @Test
    void everythingWrongWithTheConfigurationIsSaidBeforeAnythingIsAsked() throws IOException {
        Files.writeString(
                config(),
                Files.readString(config())
                        .replace(
                                "  retries: 0\n",
                                "  retries: -1\n  min-cases: 0\n  win: speed\n  max-infra-errors: 2\n"));
        Said said = evaluate("quiz", "skill-7");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("evaluate.win must be one of quality, cost, latency, was 'speed'");
        Files.writeString(config(), Files.readString(config()).replace("  win: speed\n", ""));
        assertThat(evaluate("quiz", "skill-7").err())
                .contains(
                        "evaluate.retries must be in [0, 100], was -1",
                        "evaluate.min-cases must be at least 1, was 0",
                        "evaluate.max-infra-errors must be in [0, 1), was 2.0");
        assertThat(models.requests()).isZero();
    }

    @Test
    void diffComparesTwoVersionsOfASuite() throws IOException {
        List<Case> later = new ArrayList<>();
        for (int i = 1; i < 60; i++) {
            later.add(QuizHome.question(i, i != 5));
        }
        later.add(QuizHome.question(95, true));
        for (int i = 60; i < 90; i++) {
            later.add(QuizHome.question(i, false));
        }
        String other = home.publish(later);
        Path summary = folder.resolve("diff.json");
        Said said = Said.by(
                "diff",
                "quiz@" + home.version(),
                "quiz@" + other,
                "--config",
                config().toString(),
                "--summary",
                summary.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).isEqualTo("""
                changed  case-05  graders, reference withdrawn
                added    case-95
                removed  case-00
                1 cases added, 1 removed, 1 changed
                """);
        JsonNode written = Json.parse(Files.readAllBytes(summary));
        assertThat(written.path("added").path(0).asText()).isEqualTo("case-95");
        assertThat(written.path("removed").path(0).asText()).isEqualTo("case-00");
    }
}
