package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.Option;

/** What a person or a scheduler gets from the command line: results, messages, exit codes. */
class CommandLineTest {
    private static final String NIGHT = "2026-11-01";

    @TempDir
    static Path folder;

    private static String config() {
        return folder.resolve("home/logmill.yaml").toString();
    }

    /** One small night, as a newcomer makes it: init, simulate, the sources that it prints, nightly. */
    @BeforeAll
    static void night() throws IOException {
        Path home = folder.resolve("home");
        assertThat(Said.by("init", home.toString()).code()).isZero();
        Said simulated = Said.by(
                "simulate",
                "--out",
                home.resolve("raw").toString(),
                "--nights",
                "1",
                "--start",
                NIGHT,
                "--spans",
                "300");
        assertThat(simulated.code()).isZero();
        assertThat(simulated.out()).contains("Append this to " + home.resolve("logmill.yaml") + ":\n");
        String sources = simulated.out().substring(simulated.out().indexOf("sources:"));
        Path config = home.resolve("logmill.yaml");
        Files.writeString(
                config,
                Files.readString(config)
                                .replace("suites:\n", "suites:\n  min-cases: 1\n")
                                .replace("datasets:\n", "datasets:\n  min-examples: 1\n  require-narrow: false\n")
                                .replace("evaluate:\n", """
                                evaluate:
                                  models:
                                    mine: {url: "http://127.0.0.1:9/v1", model: m}
                                """)
                        + sources);
        Said night = Said.by(
                "nightly",
                "--as-of",
                NIGHT,
                "--config",
                config(),
                "--summary",
                folder.resolve("night.json").toString());
        assertThat(night.code()).as(night.err()).isZero();
        assertThat(night.out().lines().map(line -> line.split(" ", 2)[0]))
                .containsExactly("ingest", "assemble", "curate", "score", "suites", "datasets");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nigtly                                  | 2 | Did you mean: logmill nightly",
                "nightly                                 | 2 | Missing required option: '--as-of=DATE'",
                "nightly --as-of 2026-13-01              | 2 | '2026-13-01' is no date, which must be yyyy-MM-dd",
                "nightly --as-of 2026-11-01 --fast       | 2 | Unknown option: '--fast'",
                "nightly --as-of 2962-11-02 CONFIG       | 2 | --as-of must be a day that has begun ",
                "score --as-of 2962-11-02 CONFIG         | 2 | at the latest, was 2962-11-02",
                "demo --dir HOME                         | 2 | holds what 'logmill demo' did not make; it must be a folder that is empty or not there yet",
                "ingest --as-of yesterday                | 2 | 'yesterday' is no date",
                "simulate                                | 2 | Missing required option: '--out=DIR'",
                "simulate --out X --serve 0              | 2 | --out writes logs and --serve serves models: one at a time",
                "simulate --serve 70000                  | 2 | --serve must be a port in [0, 65535], was 70000",
                "simulate --out X --nights 0             | 2 | --nights and --spans must be at least 1, were 0 and 10000",
                "simulate --out X --spans many           | 2 | 'many' is not an int",
                "evaluate --suite a                      | 2 | Missing required option: '--candidate=NAME'",
                "evaluate --suite nope --candidate mine CONFIG | 2 | No version of suite nope is published; 'logmill releases' lists what is",
                "evaluate --suite nope --candidate other CONFIG | 2 | evaluate.models has no 'other'; it has mine",
                "evaluate --suite a@1 --candidate mine --baseline you CONFIG | 2 | evaluate.models has no 'you'; it has mine",
                "diff a b CONFIG                         | 2 | No rows of a are known; 'logmill releases' lists",
                "diff a@1 a@2 CONFIG                     | 2 | No rows of a@1 are known; 'logmill releases' lists",
                "init HOME                               | 1 | is there already; nothing was changed",
                "init HOME/logmill.yaml                  | 2 | DIR must be a folder that can be written to, was",
                "simulate --out HOME/raw --nights 1 --spans 5 | 2 | --out must be empty, or hold what the same options invented",
                "status --config no.yaml                 | 2 | it cannot be read; 'logmill init DIR' makes one"
            })
    void aMistakeHasItsMessageAndItsCode(String written, int code, String message) {
        String line = written.replace("CONFIG", "--config " + config())
                .replace("HOME", folder.resolve("home").toString());
        Said said = Said.by(line.split(" ", -1));
        assertThat(said.err()).contains(message).doesNotContain("\tat ");
        assertThat(said.code()).isEqualTo(code);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void theKeyOfPseudonymsIsReadableByItsOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("home/pseudonym.key"))))
                .isEqualTo("rw-------");
    }

    /** What a configuration without its key is told to do. */
    @Test
    void initMakesAKeyThatIsGone(@TempDir Path other) throws IOException {
        Path home = other.resolve("home");
        Said.by("init", home.toString());
        String before = Files.readString(home.resolve("vault.key"));
        Files.delete(home.resolve("pseudonym.key"));

        Said said = Said.by("init", home.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("pseudonym.key; ").doesNotContain("vault.key");
        assertThat(home.resolve("pseudonym.key")).exists();
        assertThat(home.resolve("vault.key")).hasContent(before);
    }

    @Test
    void noMistakeStartsSpark() {
        Option<SparkSession> before = SparkSession.getDefaultSession();
        SparkSession.clearDefaultSession();
        try {
            assertThat(Said.by("nightly", "--as-of", NIGHT, "--config", "no.yaml")
                            .code())
                    .isEqualTo(2);
            assertThat(SparkSession.getDefaultSession().isEmpty()).isTrue();
        } finally {
            before.foreach(session -> {
                SparkSession.setDefaultSession(session);
                return null;
            });
        }
    }

    @Test
    void theSummaryOfANightIsJson() throws IOException {
        JsonNode summary = Json.MAPPER.readTree(Files.readString(folder.resolve("night.json")));
        assertThat(summary.path("as_of").asText()).isEqualTo(NIGHT);
        assertThat(summary.path("jobs")).hasSize(6).allSatisfy(job -> {
            assertThat(job.path("state").asText()).isEqualTo("done");
            assertThat(job.path("seconds").isNumber()).isTrue();
            assertThat(job.path("counts").isObject()).isTrue();
        });
        JsonNode ingest = summary.path("jobs").get(0).path("counts");
        assertThat(ingest.path("records").asLong())
                .isEqualTo(ingest.path("stored").asLong()
                        + ingest.path("duplicates").asLong()
                        + ingest.path("quarantined").asLong());
    }

    @Test
    void aNightThatFailsSaysInItsSummaryAtWhat() throws IOException {
        Path home = folder.resolve("broken");
        assertThat(Said.by("init", home.toString()).code()).isZero();
        Files.createDirectories(home.resolve("lake/_logmill"));
        Files.writeString(home.resolve("lake/_logmill/journal.json"), "");
        Path file = folder.resolve("failed.json");
        Said said = Said.by(
                "nightly",
                "--as-of",
                NIGHT,
                "--config",
                home.resolve("logmill.yaml").toString(),
                "--summary",
                file.toString());
        assertThat(said.code()).isEqualTo(1);
        JsonNode summary = Json.MAPPER.readTree(Files.readString(file));
        assertThat(summary.path("exit_code").asInt()).isEqualTo(1);
        assertThat(summary.path("failed").path("message").asText()).contains("journal.json, is empty or damaged");
        assertThat(summary.path("jobs")).isEmpty();
    }

    @Test
    void benchLeavesTheFolderThatItIsPointedAtAsItIs() throws IOException {
        Path home = folder.resolve("home");
        Path theirs = folder.resolve("home/bench-night/raw/calls.jsonl");
        Files.createDirectories(theirs.getParent());
        Files.writeString(theirs, "{}");
        Said said = Said.by("bench", "--dir", home.toString(), "--spans", "10", "--runs", "1");
        assertThat(said.err()).contains("bench-night holds what 'logmill bench' did not make");
        assertThat(said.code()).isEqualTo(2);
        assertThat(theirs).hasContent("{}");
    }

    @Test
    void everyCommandTakesASummary() throws IOException {
        Path file = folder.resolve("some.json");
        for (String command : List.of(
                "init " + folder.resolve("other"),
                "simulate --out " + folder.resolve("logs/raw") + " --nights 1 --spans 10",
                "verify " + version("datasets"),
                "status --config " + config(),
                "releases --config " + config(),
                "explain none --config " + config(),
                "ingest --as-of " + NIGHT + " --config " + config())) {
            Files.deleteIfExists(file);
            Said.by((command + " --summary " + file).split(" ", -1));
            assertThat(Json.MAPPER.readTree(Files.readString(file)).isObject())
                    .as(command)
                    .isTrue();
        }
    }

    @Test
    void theSameNightAgainHasNothingToDo() {
        Said again = Said.by("nightly", "--as-of", NIGHT, "--config", config());
        assertThat(again.code()).isZero();
        assertThat(again.out().lines()).hasSize(6).allMatch(line -> line.endsWith("nothing is new"));
    }

    @Test
    void anotherKeyForPseudonymsStopsTheNight() throws IOException {
        Path key = folder.resolve("home/pseudonym.key");
        String first = Files.readString(key);
        Files.writeString(key, "another key altogether\n");
        try {
            Said said = Said.by("nightly", "--as-of", NIGHT, "--config", config());
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err()).contains("this is not the key that the pseudonyms of the lake");
        } finally {
            Files.writeString(key, first);
        }
    }

    @Test
    void theSameLogsAreInventedAgainAndNoOthersBesideThem() throws IOException {
        String raw = folder.resolve("again/raw").toString();
        String[] same = {"simulate", "--out", raw, "--nights", "1", "--spans", "5"};
        assertThat(Said.by(same).code()).isZero();
        assertThat(Said.by(same).code()).isZero();
        assertThat(Said.by("simulate", "--out", raw, "--nights", "1", "--spans", "5", "--seed", "2")
                        .code())
                .isEqualTo(2);
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("my.jsonl"), "{}");
        assertThat(Said.by("simulate", "--out", own.toString()).code()).isEqualTo(2);
    }

    @Test
    void statusCountsTheRowsOfEveryTable() {
        Said said = Said.by("status", "--config", config());
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("spans ").contains("datasets     done through " + NIGHT);
        assertThat(said.err()).isEmpty();
    }

    @Test
    void explainFollowsAnIdThroughTheTables() throws IOException {
        String line = firstLine("datasets");
        String example = Json.MAPPER.readTree(line).path("example_id").asText();
        assertThat(example).isNotEmpty();
        Said release = Said.by("explain", example, "--config", config());
        assertThat(release.code()).isZero();
        assertThat(release.out())
                .contains("release_rows: ", "example_id=" + example)
                .contains("\npairs: ", "\nprovenance: ");
        Matcher trace = Pattern.compile("\nprovenance: .*trace_id=(\\S+)").matcher(release.out());
        assertThat(trace.find()).isTrue();
        Said journey = Said.by("explain", trace.group(1), "--config", config());
        assertThat(journey.out())
                .contains("spans: ", "\nruns: ", "\nprovenance: ", "\npairs: ", "\nlabels: ")
                .contains("\nrelease_rows: ", "example_id=" + example);
        assertThat(journey.out().lines().filter(each -> !each.startsWith("  "))).doesNotHaveDuplicates();
        Said nothing = Said.by("explain", "no-such-id", "--config", config());
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.out()).isEqualTo("No row of any table carries no-such-id" + System.lineSeparator());
    }

    @Test
    void whatWasPublishedIsListedAndVerified() throws IOException {
        Said releases = Said.by("releases", "--config", config());
        assertThat(releases.out()).contains("suites ").contains("datasets ").contains("latest");
        Path version = version("datasets");
        assertThat(Said.by("verify", version.toString()).code()).isZero();
        Path copy = folder.resolve("tampered");
        try (Stream<Path> files = Files.walk(version)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(version.relativize(file).toString()));
            }
        }
        Files.writeString(copy.resolve("README.md"), "changed");
        Said tampered = Said.by("verify", copy.toString());
        assertThat(tampered.code()).isEqualTo(1);
        assertThat(tampered.out()).contains("README.md");
    }

    @Test
    void aVersionDiffersInNothingFromItself() throws IOException {
        Path version = version("datasets");
        String name = version.getParent().getFileName() + "@" + version.getFileName();
        Said said = Said.by("diff", name, name, "--config", config());
        assertThat(said.code()).isZero();
        assertThat(said.out()).doesNotContain("added ").doesNotContain("removed ");
    }

    private static Path version(String product) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("home/published").resolve(product))) {
            return files.filter(file -> file.endsWith("manifest.json"))
                    .sorted()
                    .findFirst()
                    .orElseThrow()
                    .getParent();
        }
    }

    private static String firstLine(String product) throws IOException {
        try (Stream<Path> files = Files.walk(version(product))) {
            List<Path> rows = files.filter(file -> file.endsWith("trl/train.jsonl") || file.endsWith("trl/test.jsonl"))
                    .sorted()
                    .toList();
            for (Path file : rows) {
                List<String> lines = Files.readAllLines(file);
                if (!lines.isEmpty()) {
                    return lines.get(0);
                }
            }
        }
        throw new AssertionError("no rows");
    }
}
