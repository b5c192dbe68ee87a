package dev.logmill.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.logmill.curation.ingest.IngestConfig;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.eval.run.EndpointConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
    @TempDir
    Path folder;

    private final Map<String, String> environment = Map.of("KEY", "0123456789abcdef", "SHORT", "0123456789abcde");

    @BeforeEach
    void key() throws IOException {
        Files.writeString(folder.resolve("pseudonym.key"), "0123456789abcdef\n");
        Files.writeString(folder.resolve("short.key"), "0123456789abcde\n");
        Files.writeString(folder.resolve("map.yaml"), "{trace: /t, span: /s}");
        Files.writeString(folder.resolve("wrong.yaml"), "trace: [\n");
        Files.createDirectory(folder.resolve("folder"));
    }

    private LogmillConfig read(String yaml) throws IOException {
        Path file = folder.resolve("logmill.yaml");
        Files.writeString(file, yaml);
        return read(file);
    }

    private LogmillConfig read(Path file) {
        return new ConfigFile(file, name -> Optional.ofNullable(environment.get(name))).read();
    }

    private List<String> problems(String yaml) throws IOException {
        Path file = folder.resolve("logmill.yaml");
        Files.writeString(file, yaml);
        return problems(file);
    }

    private List<String> problems(Path file) {
        List<String> lines = catchThrowableOfType(ConfigException.class, () -> read(file))
                .getMessage()
                .lines()
                .toList();
        int count = lines.size() - 1;
        assertThat(lines.get(0))
                .isEqualTo("%s has %d problem%s:".formatted(file.getFileName(), count, count == 1 ? "" : "s"));
        return lines.subList(1, lines.size()).stream().map(String::strip).toList();
    }

    @Test
    void whatIsNotWrittenIsTheDefault() throws IOException {
        LogmillConfig config = read("");
        assertThat(config.ingest()).isEqualTo(IngestConfig.defaults());
        assertThat(config.sources()).isEmpty();
        assertThat(config.lake()).isEqualTo(folder.resolve("lake").toString());
        assertThat(read("ingest: {lookback-days: 3}").ingest())
                .isEqualTo(new IngestConfig(IngestConfig.defaults().maxRecordBytes(), 3, 7));
        assertThat(read("ingest: {start-within-days: 0}").ingest().startWithinDays())
                .isZero();
    }

    @Test
    void aSourceAndAnAgentHaveTheirPrivacy() throws Exception {
        String source = "sources: [{name: a, path: a, dialect: openai-log, privacy: %s}]";
        Message said = Message.of(Role.USER, "hello");
        Span span = Span.of("a", "t", "1", SpanKind.LLM)
                .agent(Optional.of("bank"))
                .messagesIn(List.of(said))
                .build();
        assertThat(kept(source.formatted("content"), span)).containsExactly(said);
        assertThat(kept(source.formatted("metadata"), span)).doesNotContain(said);
        assertThat(kept(source.formatted("content, agent-privacy: {bank: hashed}"), span))
                .doesNotContain(said);
        assertThat(read(source.formatted("content, agent-privacy: {bank: hashed}"))
                        .digest())
                .isNotEqualTo(read(source.formatted("content")).digest());
    }

    @Test
    void namesOfTheOwnFirmStayAndAreAPartOfWhatResultsDependOn() throws Exception {
        String source = "{privacy: {keep: [%s]}, sources: [{name: a, path: a, dialect: openai-log}]}";
        Message said = Message.of(Role.USER, "I work at Quuxly now");
        Span span =
                Span.of("a", "t", "1", SpanKind.LLM).messagesIn(List.of(said)).build();
        assertThat(kept(source.formatted("quuxly"), span)).containsExactly(said);
        assertThat(kept(source.formatted("quux"), span)).doesNotContain(said);
        String digest = read(source.formatted("")).digest();
        assertThat(read(source.formatted("quuxly")).digest()).isNotEqualTo(digest);
        assertThat(read(source.formatted("quuxly, acme")).digest())
                .isEqualTo(read(source.formatted("Acme, Quuxly")).digest());
        assertThat(problems(source.formatted("ann@example.com"))).hasSize(1).allSatisfy(problem -> assertThat(problem)
                .startsWith("privacy.keep[0] must be a name")
                .endsWith("was 'ann@example.com'"));
    }

    private List<Message> kept(String yaml, Span span) throws Exception {
        LogmillConfig config = read(yaml);
        return config.redaction(config.sources().get(0)).span(span).messagesIn();
    }

    @Test
    void pathsAreTakenFromTheFilesFolderUnlessTheyAreWhole() throws IOException {
        LogmillConfig config = read("{lake: 'file:///data/lake', published: ../out}");
        assertThat(config.lake()).isEqualTo("file:///data/lake");
        assertThat(config.published()).isEqualTo(folder.resolveSibling("out").toString());
    }

    @Test
    void numbersThatMayBeAbsentAreNumbers() throws IOException {
        EndpointConfig model = read("""
                evaluate: {models: {a: {url: 'http://x/v1', model: m, revision: 7, temperature: 0, max-completion-tokens: 64, input-price: 0.15, output-price: 1}}}
                """).evaluate().models().get("a");
        assertThat(model.temperature()).contains(0.0);
        assertThat(model.maxCompletionTokens()).contains(64);
        assertThat(model.inputPrice()).contains(0.15);
        assertThat(model.revision()).contains("7");
    }

    @Test
    void withoutAKeyOfPseudonymsWhatIsNotPersonalCanBeRead() throws IOException {
        Path file = folder.resolve("keyless.yaml");
        Files.writeString(file, "privacy: {key-file: nowhere.key}");
        ConfigFile config = new ConfigFile(file, name -> Optional.empty());
        assertThat(config.readWithoutKey().evaluate().models()).isEmpty();
        assertThatThrownBy(config::read).hasMessageContaining("privacy.key-file 'nowhere.key' cannot be read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lak: x                       | lak is unknown; accepted here: lake, published, privacy, sources, ingest, pairs, leak-groups, narrowness, labels, suites, datasets, evaluate, spark, storage",
                "[1]                          | the file must be a mapping of keys, was a list",
                "lake: 's3a://bucket/lake'     | lake 's3a://bucket/lake': must be on local disk: a path, or file:///path",
                "published: 'gs://bucket/out'  | published 'gs://bucket/out': must be on local disk: a path, or file:///path",
                "sources: [{name: a, path: 'abfss://c@a/raw/*', dialect: openai-log}] | sources[0].path 'abfss://c@a/raw/*': this build has no storage abfss; it must be a path, file:///path or s3a://bucket/path (another store's jar goes into jobs/target/lib)",
                "ingest: 5                    | ingest must be a mapping of keys, was '5'",
                "ingest: {lookback-day: 1}    | ingest.lookback-day is unknown; accepted here: max-record-bytes, lookback-days, start-within-days",
                "ingest: {lookback-days: 1.5} | ingest.lookback-days must be a whole number, was '1.5'",
                "ingest: {lookback-days: 99999999999} | ingest.lookback-days must be a whole number, was '99999999999'",
                "ingest: {lookback-days: [1]} | ingest.lookback-days must be a whole number, was a list",
                "ingest: {max-record-bytes: 1} | ingest.max-record-bytes must be at least 1024, was 1",
                "suites: {failure-rate: 1.1}  | suites.failure-rate must be in [0, 1], was 1.1",
                "suites: {failure-rate: much} | suites.failure-rate must be a number, was 'much'",
                "suites: {failure-rate: .nan} | it is no YAML at line 1, column 28: Malformed numeric value '.nan'",
                "datasets: {require-narrow: 1} | datasets.require-narrow must be true or false, was '1'",
                "datasets: {targets: openai}  | datasets.targets must be a list, was 'openai'",
                "datasets: {targets: [trl, tlr]} | datasets.targets[1] must be one of openai, trl, was 'tlr'",
                "spark: local                 | spark must be a mapping of keys, was 'local'",
                "suites: {seed: ''}           | suites.seed must be a text, was ''",
                "suites: {min-cases: }        | suites.min-cases is empty; it must be a whole number",
                "suites: {min-cases: 0}       | suites.min-cases must be at least 1, was 0",
                "suites: {max-per-night: 0}   | suites.max-per-night must be at least 1, was 0",
                "suites: {max-cases: 3}       | suites.max-cases must be at least max-per-night, 200, was 3",
                "spark: {spark.master: 'locl[2]'} | spark.\"spark.master\" must be local, local[N], local[*], spark://HOST:PORT, k8s://URL or yarn, was locl[2]",
                "spark: {spark.sql.shuffle.partitions: many} | spark.\"spark.sql.shuffle.partitions\" must be a whole number from 1 on, was many",
                "spark: {spark.default.parallelism: '0'} | spark.\"spark.default.parallelism\" must be a whole number from 1 on, was 0",
                "spark: {spark.master: 'local[0]'} | spark.\"spark.master\" must be local, local[N], local[*], spark://HOST:PORT, k8s://URL or yarn, was local[0]",
                "spark: {spark.master: yarn}   | spark.\"spark.master\" needs a Spark that has it: start Logmill with that Spark's spark-submit, was yarn",
                "spark: {spark.driver.memory: lots} | spark.\"spark.driver.memory\" must be a size such as 512m or 4g, was lots",
                "spark: {master: local}        | spark.\"master\" is no setting of Spark: those begin with spark., was local",
                "leak-groups: {hub-runs: 0}    | leak-groups.hub-runs must be at least 1, was 0",
                "leak-groups: {test: -0.1}    | leak-groups.test must be in [0, 1), was -0.1",
                "leak-groups: {test: 0.6, validation: 0.4} | leak-groups.validation and leak-groups.test must leave something to train on, were 0.4 and 0.6",
                "narrowness: {min-runs: -1}   | narrowness.min-runs must be 0 or more, was -1",
                "narrowness: {max-turns: -1}  | narrowness.max-turns must be 0 or more, was -1",
                "pairs: {rules: [parseable]}  | pairs.rules must contain complete: a pair without an answer is none",
                "lake:                        | lake is empty; it must be a text",
                "published: ''                | published must be a text, was ''",
                "privacy: {key-file: }        | privacy.key-file is empty; it must be a text",
                "sources: [{name: a, path: '', dialect: openai-log}] | sources[0].path must be a text, was ''",
                "sources: [{name: a, path: '{date}/{date}', dialect: openai-log}] | sources[0].path '{date}/{date}': {date} stands twice; a path tells its day once, * takes the other",
                "spark: {spark.x: }           | spark.spark.x is empty; it must be a text",
                "sources: {name: a}           | sources must be a list, was a mapping",
                "sources: [{path: a, dialect: openai-log}] | sources[0].name is missing; it must be a text",
                "sources: [{name: a, dialect: openai-log}] | sources[0].path is missing; it must be a text",
                "sources: [{name: a, path: a}] | sources[0].dialect is missing; it must be a text",
                "sources: [{name: A, path: a, dialect: openai-log}] | sources[0].name must be lower-case letters, digits and dashes, was 'A'",
                "sources: [{name: a, path: '{day}', dialect: openai-log}] | sources[0].path '{day}': {date} alone, or {year}, {month} and {day} together, tell a date",
                "sources: [{name: a, path: a, dialect: otel}] | sources[0].dialect must be one of mlflow, otlp-json, langfuse, braintrust, langsmith, openai-log, mapped, was 'otel'",
                "sources: [{name: a, path: a, dialect: openai-log, privacy: none}] | sources[0].privacy must be one of sealed, content, hashed, metadata, was 'none'",
                "sources: [{name: a, path: a, dialect: mapped}] | sources[0].mapping is missing; dialect mapped needs it, or mapping-file, or preset",
                "sources: [{name: a, path: a, dialect: mapped, preset: phoenx}] | sources[0].preset must be one of claude-code, codex, llm, openai-agents, mastra, nat, phoenix, posthog, datadog, opik, langwatch, was 'phoenx'",
                "sources: [{name: a, path: a, dialect: otlp-json, preset: phoenix}] | sources[0].preset is for dialect mapped, which otlp-json is not",
                "sources: [{name: a, path: a, dialect: mapped, preset: codex, mapping: {trace: /t}}] | sources[0].mapping must go: preset codex takes no mapping; its fields are known",
                "sources: [{name: a, path: a, dialect: mapped, preset: llm, mapping: {tras: /t}}] | sources[0].mapping.tras is unknown; accepted here: agent, agent-version, attributes, cost, ended, error, error-type, finish, finishes, group, input, keep-unmapped, kind, kinds, message, messages, model, name, object, otherwise-kind, outcome, output, parent, project, query, records, session, signals, span, started, system, took, tool, tools, trace, unit, updated, usage, user, when",
                "sources: [{name: a, path: a, dialect: openai-log, agent-privacy: {bank: Hashed}}] | sources[0].agent-privacy.bank must be one of sealed, content, hashed, metadata, was 'Hashed'",
                "sources: [{name: a, path: a, dialect: openai-log, mapping: {trace: /t}}] | sources[0].mapping is for dialect mapped; openai-log knows its fields",
                "sources: [{name: a, path: a, dialect: langfuse, scores: {helpful: {worst: 1}}}] | sources[0].scores.helpful.best is missing; it must be a number",
                "sources: [{name: a, path: a, dialect: langfuse, scores: {helpful: {min: 1, worst: 1, best: 5}}}] | sources[0].scores.helpful.min is unknown; accepted here: worst, best",
                "sources: [{name: a, path: a, dialect: langfuse, scores: {helpful: {worst: 5, best: 5}}}] | sources[0].scores.helpful.worst must be another number than best, were 5.0 and 5.0",
                "sources: [{name: a, path: a, dialect: openai-log, scores: {helpful: {worst: 1, best: 5}}}] | sources[0].scores is for mlflow, otlp-json, langfuse, braintrust, langsmith and preset phoenix, opik, langwatch; feedback in records of openai-log names its own scale",
                "sources: [{name: a, path: a, dialect: mapped, mapping: {trace: /t}, scores: {helpful: {worst: 1, best: 5}}}] | sources[0].scores is for mlflow, otlp-json, langfuse, braintrust, langsmith and preset phoenix, opik, langwatch; a signal of a mapping has min and max",
                "sources: [{name: a, path: a, dialect: mapped, preset: codex, scores: {helpful: {worst: 1, best: 5}}}] | sources[0].scores is for mlflow, otlp-json, langfuse, braintrust, langsmith and preset phoenix, opik, langwatch; a signal of a mapping has min and max",
                "sources: [{name: a, path: a, dialect: mapped, preset: phoenix, scores: {helpful: {worst: 5, best: 5}}}] | sources[0].scores.helpful.worst must be another number than best, were 5.0 and 5.0",
                "sources: [{name: a, path: a, dialect: mapped, preset: phoenix, mapping: {trace: /t}, scores: {helpful: {worst: 1, best: 5}}}] | sources[0].mapping must go: preset phoenix takes no mapping; its fields are known",
                "sources: [{name: a, path: a, dialect: mapped, mapping: {trace: t}}] | sources[0].mapping.trace must be an address, was \"t\"; accepted: /pointer, ^/pointer, {path name}, =text, a list of these or {join: [...]}",
                "sources: [{name: a, path: a, dialect: mapped, mapping-file: no.yaml}] | sources[0].mapping-file 'no.yaml' cannot be read; it must be a file, relative to the configuration",
                "sources: [{name: a, path: a, dialect: mapped, mapping-file: wrong.yaml}] | sources[0].mapping-file 'wrong.yaml': it is no YAML at line 1, column 9: while parsing a flow node",
                "sources: [{name: a, path: a, dialect: mapped, mapping-file: map.yaml, mapping: {trace: /t}}] | sources[0].mapping-file stands beside mapping; one of them must go",
                "privacy: {key-file: no.key}  | privacy.key-file 'no.key' cannot be read; 'logmill init' makes one, or set privacy.key-env",
                "privacy: {key-file: folder}  | privacy.key-file 'folder' cannot be read; 'logmill init' makes one, or set privacy.key-env",
                "privacy: {key-file: short.key} | privacy.key-file must hold a key of at least 16 characters",
                "privacy: {key-env: NONE}     | privacy.key-env names NONE, which must hold a key of at least 16 characters",
                "privacy: {key-env: SHORT}    | privacy.key-env names SHORT, which must hold a key of at least 16 characters",
                "evaluate: {models: {a: {url: 'ftp://x', model: m}}} | evaluate.models.a.url must be an address with http:// or https://, was ftp://x",
                "evaluate: {models: {a: {url: 'http://x', model: ' '}}} | evaluate.models.a.model must be a text, was ' '",
                "evaluate: {models: {a: {url: 'http://x'}}} | evaluate.models.a.model is missing; it must be a text",
                "lake: [x                     | it is no YAML at line 1, column 9: while parsing a flow sequence",
                "{lake: x, lake: y}           | a key stands twice at line 1, column 15: 'lake'"
            })
    void namesTheKeyWhatIsThereAndWhatWouldBeRight(String yaml, String problem) throws IOException {
        assertThat(problems(yaml)).containsExactly(problem);
    }

    @Test
    void twoSourcesOfOneName() throws IOException {
        assertThat(problems("""
                sources:
                  - {name: a, path: x, dialect: openai-log}
                  - {name: a, path: y, dialect: openai-log}
                """)).containsExactly("sources[1].name 'a' is taken by another source");
    }

    @Test
    void everyProblemAtOnceOfFormAndOfMeaning() throws IOException {
        List<String> problems = problems("""
                publishd: x
                privacy: {key-file: no.key}
                sources:
                  - {name: A, path: 'raw/{dat}/*', dialect: otel}
                  - {name: app, dialect: mapped, mapping: {unit: rows, wrong: 1}}
                ingest: {max-record-bytes: -1, lookback-days: soon, start-within-days: -1}
                pairs: {rules: [complete, nonsense]}
                leak-groups: {validation: 0.9, test: 0.2}
                suites: {failure-rate: 2}
                datasets: {targets: [llama]}
                evaluate: {models: {a: {url: 'ftp://x', model: m}}, alpha: 3}
                """);
        assertThat(problems.stream().map(problem -> problem.substring(0, problem.indexOf(' '))))
                .containsExactlyInAnyOrder(
                        "publishd",
                        "privacy.key-file",
                        "sources[0].name",
                        "sources[0].path",
                        "sources[0].dialect",
                        "sources[1].path",
                        "sources[1].mapping.unit",
                        "sources[1].mapping.wrong",
                        "ingest.max-record-bytes",
                        "ingest.lookback-days",
                        "ingest.start-within-days",
                        "pairs.rules[1]",
                        "leak-groups.validation",
                        "suites.failure-rate",
                        "datasets.targets[0]",
                        "evaluate.models.a.url",
                        "evaluate.alpha");
    }

    @Test
    void aFileThatIsNotThereOrIsAFolder() {
        assertThat(problems(folder.resolve("none.yaml")))
                .containsExactly("it cannot be read; 'logmill init DIR' makes one, --config FILE names another");
        assertThat(problems(folder.resolve("folder")))
                .containsExactly("it is a folder; 'logmill init DIR' makes one, --config FILE names another");
    }

    @Test
    void aKeyFromTheEnvironmentComesBeforeTheFile() throws IOException {
        assertThat(read("privacy: {key-env: KEY, key-file: no.key}").sources()).isEmpty();
    }

    @Test
    void noProblemTellsAKey() throws IOException {
        assertThat(problems("privacy: {key-file: short.key}").get(0)).doesNotContain("0123456789");
        assertThat(problems("privacy: {key-env: SHORT}").get(0)).doesNotContain("0123456789");
    }

    @Test
    void aMappingMayLieInAFileOfItsOwn() throws IOException {
        LogmillConfig config = read("sources: [{name: a, path: x, dialect: mapped, mapping-file: map.yaml}]");
        assertThat(config.sources()).singleElement().satisfies(source -> assertThat(source.name())
                .isEqualTo("a"));
    }

    @Test
    void theDigestIsOfWhatHoldsNotOfWhatIsWritten() throws IOException {
        String digest = read("").digest();
        assertThat(read("suites: {seed: logmill}").digest()).isEqualTo(digest);
        String source = "sources: [{name: a, path: x, dialect: mapped, mapping: {trace: /t, span: /s}}]";
        String mapped = read(source).digest();
        assertThat(mapped).isNotEqualTo(digest);
        assertThat(read(source.replace("path: x", "path: /else/where")).digest())
                .isEqualTo(mapped);
        assertThat(read(source.replace("mapping: {trace: /t, span: /s}", "mapping-file: map.yaml"))
                        .digest())
                .isEqualTo(mapped);
        assertThat(read(source.replace("/s}", "/other}")).digest()).isNotEqualTo(mapped);
    }

    @Test
    void theScaleOfAScoreIsPartOfWhatIsReadAndOfTheDigest() throws IOException {
        LogmillConfig plain = read("sources: [{name: a, path: a, dialect: langfuse}]");
        LogmillConfig scaled =
                read("sources: [{name: a, path: a, dialect: langfuse, scores: {helpful: {worst: 1, best: 5}}}]");

        assertThat(scaled.digest()).isNotEqualTo(plain.digest());
        assertThat(scaled.sources().get(0).dialect().settings()).contains("helpful", "worst=1.0, best=5.0");
        assertThat(plain.sources().get(0).dialect().settings()).isEmpty();
    }

    @Test
    void whereThingsLieAndHowFastTheyAreDoesNotChangeTheDigest() throws IOException {
        String digest = read("suites: {seed: a}").digest();
        assertThat(read("{suites: {seed: a}, lake: elsewhere, spark: {spark.master: 'local[1]'}}")
                        .digest())
                .isEqualTo(digest);
        assertThat(Arrays.asList(read("suites: {seed: b}").digest(), read("").digest()))
                .doesNotContain(digest);
    }
}
