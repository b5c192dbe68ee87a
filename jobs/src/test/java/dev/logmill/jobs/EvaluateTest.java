package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.publish.Draft;
import dev.logmill.curation.publish.HashingFile;
import dev.logmill.curation.publish.Manifest;
import dev.logmill.curation.publish.Publication;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.grade.GraderKind;
import dev.logmill.eval.grade.GraderSpec;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.SuiteFile;
import dev.logmill.eval.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands about suites, from the command line to the tables, against a server on the loopback address. */
class EvaluateTest {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 1);

    @TempDir
    private Path folder;

    private SkilledModels models;
    private String version;

    @BeforeEach
    void publishSixtyCases() throws IOException {
        models = new SkilledModels();
        said("init", folder.resolve("home").toString());
        String yaml = Files.readString(config());
        StringBuilder evaluate = new StringBuilder("evaluate:\n  retries: 0\n  models:\n");
        for (String model :
                List.of("skill-7", "skill-10", "skill-3", "skill-7-shift-3", "skill-8", "locked", "down", "cut")) {
            evaluate.append("    %s: {url: \"%s\", model: %s}\n".formatted(model, models.url(), model));
        }
        evaluate.append(
                "    keyed: {url: \"%s\", model: skill-7, api-key-env: LOGMILL_NO_SUCH_KEY}\n".formatted(models.url()));
        Files.writeString(config(), yaml.replace("evaluate:\n", evaluate));
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            cases.add(question(i, true));
        }
        for (int i = 60; i < 90; i++) {
            cases.add(question(i, false));
        }
        version = publish(cases);
    }

    @AfterEach
    void stop() {
        models.close();
    }

    private Path config() {
        return folder.resolve("home/logmill.yaml");
    }

    private static Case question(int i, boolean referenced) {
        return new Case(
                "case-%02d".formatted(i),
                "quiz",
                "agent",
                Case.TRAFFIC,
                0.1,
                10,
                "group-" + i,
                "input-" + i,
                "pair-" + i,
                "run-" + i,
                "project",
                "trace-" + i,
                "span-" + i,
                List.of(Message.of(Role.USER, Integer.toString(i))),
                List.of(),
                Optional.empty(),
                referenced ? Optional.of(Message.of(Role.ASSISTANT, "yes")) : Optional.empty(),
                referenced ? Optional.of("correction") : Optional.empty(),
                referenced ? Optional.of("pair-" + i) : Optional.empty(),
                referenced ? 1 : 0,
                referenced ? List.of(GraderSpec.of(GraderKind.EXACT)) : List.of(),
                NIGHT,
                1);
    }

    private String publish(List<Case> cases) throws IOException {
        org.apache.hadoop.fs.Path root =
                new org.apache.hadoop.fs.Path(folder.resolve("home/published").toString());
        Shelf shelf = new Shelf(StorageSettings.defaults().fileSystem(root), root, "suites", "quiz");
        Draft draft = shelf.draft(NIGHT);
        HashingFile file = draft.rows(SuiteFile.NAME);
        cases.forEach(one -> file.row(SuiteFile.line(one)));
        draft.closeRows();
        Manifest manifest = new Manifest(
                "suites",
                "quiz",
                NIGHT,
                Optional.empty(),
                "test",
                "config",
                Map.of(),
                Map.of("cases", (long) cases.size()),
                draft.entries());
        return ((Publication.Published) shelf.publish(draft, manifest)).version();
    }

    /** What a command said. */
    private record Said(int code, String out, String err) {}

    private static Said said(String... arguments) {
        PrintStream standard = System.out;
        PrintStream error = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return new Said(
                    Main.run(arguments), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(standard);
            System.setErr(error);
        }
    }

    private Said evaluate(String suite, String candidate, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("evaluate", "--config", config().toString(), "--suite", suite, "--candidate", candidate));
        arguments.addAll(List.of(more));
        return said(arguments.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "skill-10, 0, PROMOTE, it is better",
        "skill-3, 10, HOLD, it is worse",
        "skill-7-shift-3, 11, INCONCLUSIVE, the cases do not decide it",
        "cut, 12, INVALID, 60 TRUNCATED",
        "down, 12, INVALID, the endpoint failed 10 times in a row",
        "locked, 12, INVALID, locked was given up: the endpoint refused the key (401 or 403)"
    })
    void theExitCodeIsTheDecision(String candidate, int code, String decision, String reason) {
        Said said = evaluate("quiz", candidate, "--baseline", "skill-7");
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        assertThat(said.out()).startsWith(decision + "  " + candidate).contains(reason);
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
        evaluate("quiz@" + version, "skill-10", more);
        int paid = models.requests();
        evaluate("quiz", "skill-10", more);
        assertThat(paid).isEqualTo(120);
        assertThat(models.requests()).isEqualTo(120);
        Lake lake = new Lake(folder.resolve("home/lake").toString(), StorageSettings.defaults());
        List<Verdict> verdicts = lake.rows(EvalTables.VERDICTS);
        assertThat(lake.rows(EvalTables.TRIALS)).hasSize(120);
        assertThat(verdicts).hasSize(1);
        assertThat(verdicts.get(0).cases()).isEqualTo(60);
        assertThat(verdicts.get(0).ungraded()).isEqualTo(30);
        JsonNode written = Json.parse(Files.readAllBytes(summary));
        assertThat(written.path("decision").asText()).isEqualTo("promote");
        assertThat(written.path("lower").asDouble())
                .isEqualTo(verdicts.get(0).lower().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "quiz, nobody, evaluate.models has no 'nobody'",
        "quiz, keyed, 'evaluate.models.keyed.api-key-env names LOGMILL_NO_SUCH_KEY, which is not set'",
        "nothing, skill-7, No version of suite nothing is published",
        "quiz@2026-01-01-000000000000, skill-7, it is not published",
        "../quiz, skill-7, A suite is lower-case letters"
    })
    void whatCannotBeMeantIsUsage(String suite, String candidate, String message) {
        Said said = evaluate(suite, candidate);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(message);
        assertThat(models.requests()).isZero();
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
            later.add(question(i, i != 5));
        }
        later.add(question(95, true));
        for (int i = 60; i < 90; i++) {
            later.add(question(i, false));
        }
        String other = publish(later);
        Path summary = folder.resolve("diff.json");
        Said said = said(
                "diff",
                "quiz@" + version,
                "quiz@" + other,
                "--config",
                config().toString(),
                "--summary",
                summary.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("changed  case-05  graders, reference", "1 cases added, 1 removed, 1 changed");
        JsonNode written = Json.parse(Files.readAllBytes(summary));
        assertThat(written.path("added").path(0).asText()).isEqualTo("case-95");
        assertThat(written.path("removed").path(0).asText()).isEqualTo("case-00");
    }
}
