package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.night.LakeLock;
import dev.logmill.curation.publish.Latest;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.run.EndpointConfig;
import dev.logmill.eval.run.Trial;
import dev.logmill.eval.run.TrialRunner;
import dev.logmill.eval.run.TrialStore;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.SuiteFile;
import dev.logmill.eval.verdict.Gate;
import dev.logmill.eval.verdict.Verdict;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.line.Shelves;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A suite judges a candidate. Starts no Spark: what it waits for is the model. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Judge a candidate model. Exit 0 promote, 10 hold, 11 inconclusive, 12 invalid.")
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private final Common common = new Common();

    @Option(
            names = "--suite",
            required = true,
            paramLabel = "NAME[@VERSION]",
            description = "The suite; its latest version unless one is named.")
    @SuppressWarnings("NullAway.Init")
    private String suite;

    @Option(names = "--candidate", required = true, paramLabel = "NAME", description = "A model of evaluate.models.")
    @SuppressWarnings("NullAway.Init")
    private String candidate;

    @Option(names = "--baseline", paramLabel = "NAME", description = "The model to compare with; asked anew.")
    @SuppressWarnings("NullAway.Init")
    private String baseline;

    @Override
    public Integer call() throws IOException {
        LogmillConfig config = common.config();
        Verdict verdict = verdict(config, suite, candidate, Optional.ofNullable(baseline));
        print(verdict);
        ObjectNode summary = Json.MAPPER.createObjectNode();
        summary.put("decision", verdict.decision().name().toLowerCase(Locale.ROOT));
        summary.put("suite", verdict.suite()).put("version", verdict.version());
        summary.put("candidate", verdict.candidate()).put("cases", verdict.cases());
        verdict.reasons().forEach(summary.putArray("reasons")::add);
        common.summarise(summary);
        return verdict.decision().exitCode();
    }

    static void print(Verdict verdict) {
        System.out.printf(
                "%s  %s on %s@%s%s%n",
                verdict.decision(),
                verdict.candidate(),
                verdict.suite(),
                verdict.version(),
                verdict.baseline().map(name -> " against " + name).orElse(""));
        verdict.reasons().forEach(reason -> System.out.println("  - " + reason));
        System.out.printf(
                Locale.ROOT,
                "  %d cases graded, %d without a reference, %d without an answer; candidate passes %.3f%s%n",
                verdict.cases(),
                verdict.ungraded(),
                verdict.infraErrors(),
                verdict.candidatePassRate(),
                verdict.baselinePassRate()
                        .map(rate -> String.format(Locale.ROOT, ", baseline %.3f", rate))
                        .orElse(""));
    }

    static Verdict verdict(LogmillConfig config, String suite, String candidate, Optional<String> baseline)
            throws IOException {
        EndpointConfig first = endpoint(config, candidate);
        Optional<EndpointConfig> second = baseline.map(name -> endpoint(config, name));
        int at = suite.indexOf('@');
        String name = at < 0 ? suite : suite.substring(0, at);
        Shelf shelf = Shelves.of(config, "suites", name);
        String version = at < 0
                ? shelf.latest()
                        .map(Latest::version)
                        .orElseThrow(() -> new CommandFailure.Usage(
                                "No version of suite %s is published; 'logmill releases' lists what is"
                                        .formatted(name)))
                : suite.substring(at + 1);
        List<String> deviations =
                shelf.versions().contains(version) ? shelf.verify(version) : List.of("it is not published");
        if (!deviations.isEmpty()) {
            throw new CommandFailure.Usage(
                    "Suite %s@%s cannot be used: %s".formatted(name, version, deviations.get(0)));
        }
        List<Case> cases = cases(config, shelf, version);
        Lake lake = Common.lake(config);
        try (LakeLock held = LakeLock.take(lake, "evaluate " + suite)) {
            lake.create(EvalTables.TRIALS);
            lake.create(EvalTables.VERDICTS);
            TrialRunner runner = new TrialRunner(config.evaluate(), new LakeTrials(lake), Common::environment);
            TrialRunner.Trials ofCandidate = runner.run(
                    name,
                    cases,
                    candidate,
                    first,
                    done -> Progress.say("%s: %d of %d".formatted(candidate, done, cases.size())));
            Optional<TrialRunner.Trials> ofBaseline = second.map(endpoint -> runner.run(
                    name,
                    cases,
                    baseline.orElseThrow(),
                    endpoint,
                    done -> Progress.say("%s: %d of %d".formatted(baseline.orElseThrow(), done, cases.size()))));
            Progress.done();
            Verdict verdict = new Gate(config.evaluate())
                    .decide(new Gate.Comparison(name, version, cases, candidate, ofCandidate, baseline, ofBaseline));
            boolean known = lake.rows(EvalTables.VERDICTS).stream()
                    .anyMatch(before -> before.verdictId().equals(verdict.verdictId()));
            if (!known) {
                lake.append(EvalTables.VERDICTS, List.of(verdict));
            }
            return verdict;
        }
    }

    private static EndpointConfig endpoint(LogmillConfig config, String name) {
        EndpointConfig endpoint = config.evaluate().models().get(name);
        if (endpoint == null) {
            throw new CommandFailure.Usage("evaluate.models has no '%s'; it has: %s"
                    .formatted(
                            name, String.join(", ", config.evaluate().models().keySet())));
        }
        endpoint.apiKeyEnv().filter(env -> Common.environment(env).isEmpty()).ifPresent(env -> {
            throw new CommandFailure.Usage(
                    "evaluate.models.%s.api-key-env names %s, which is not set".formatted(name, env));
        });
        return endpoint;
    }

    private static List<Case> cases(LogmillConfig config, Shelf shelf, String version) throws IOException {
        Path file = new Path(shelf.folder(version), SuiteFile.NAME);
        List<Case> cases = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(config.storage().fileSystem(file).open(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                cases.add(SuiteFile.read(line));
            }
        }
        return cases;
    }

    /** Trials in the lake: kept the moment they are answered. */
    private record LakeTrials(Lake lake) implements TrialStore {
        @Override
        public List<Trial> answered(String suite) {
            return lake.rows(EvalTables.TRIALS).stream()
                    .filter(trial -> trial.suite().equals(suite))
                    .toList();
        }

        @Override
        public void keep(Collection<Trial> trials) {
            lake.append(EvalTables.TRIALS, List.copyOf(trials));
        }
    }
}
