package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.night.LakeLock;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.run.EndpointConfig;
import dev.logmill.eval.run.TrialRunner;
import dev.logmill.eval.run.Trials;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.verdict.Comparison;
import dev.logmill.eval.verdict.Foresight;
import dev.logmill.eval.verdict.Gate;
import dev.logmill.eval.verdict.Verdict;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
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
    private final CommonOptions common = new CommonOptions();

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
        common.summarise(summary(verdict));
        return verdict.decision().exitCode();
    }

    /** The verdict, as JSON. */
    static ObjectNode summary(Verdict verdict) {
        ObjectNode summary = Json.MAPPER.createObjectNode();
        summary.put("decision", verdict.decision().name().toLowerCase(Locale.ROOT));
        summary.put("suite", verdict.suite()).put("version", verdict.version());
        summary.put("candidate", verdict.candidate()).put("cases", verdict.cases());
        verdict.baseline().ifPresent(name -> summary.put("baseline", name));
        summary.put("random_cases", verdict.randomCases()).put("own_references", verdict.ownReferences());
        summary.put("ungraded", verdict.ungraded()).put("infra_errors", verdict.infraErrors());
        verdict.estimate().ifPresent(value -> summary.put("estimate", value));
        verdict.lower().ifPresent(value -> summary.put("lower", value));
        verdict.upper().ifPresent(value -> summary.put("upper", value));
        summary.put("confidence", verdict.confidence());
        verdict.reasons().forEach(summary.putArray("reasons")::add);
        return summary;
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
                "  %d cases graded, %d without a reference, %d without a whole answer%s%s%n",
                verdict.cases(),
                verdict.ungraded(),
                verdict.infraErrors(),
                verdict.candidatePassRate()
                        .map(rate -> String.format(Locale.ROOT, "; candidate passes %.3f", rate))
                        .orElse(""),
                verdict.baselinePassRate()
                        .map(rate -> String.format(Locale.ROOT, ", baseline %.3f", rate))
                        .orElse(""));
    }

    static Verdict verdict(LogmillConfig config, String suite, String candidate, Optional<String> baseline)
            throws IOException {
        EndpointConfig first = endpoint(config, candidate);
        Optional<EndpointConfig> second = baseline.map(name -> endpoint(config, name));
        if (baseline.filter(candidate::equals).isPresent()) {
            throw new CommandFailure.Usage(
                    "--baseline must be another model than --candidate '%s'".formatted(candidate));
        }
        PublishedSuite published = PublishedSuite.open(config, suite);
        List<Case> cases = published.cases();
        List<Case> gradable = cases.stream().filter(Case::gradable).toList();
        System.err.println(Foresight.of(cases, config.evaluate()));
        Lake lake = CommonOptions.lake(config);
        try (LakeLock held = LakeLock.take(lake, "evaluate " + suite, CommonOptions::waits)) {
            lake.create(EvalTables.TRIALS);
            lake.create(EvalTables.VERDICTS);
            TrialRunner runner = new TrialRunner(config.evaluate(), new LakeTrials(lake), CommonOptions::environment);
            BiFunction<String, EndpointConfig, Comparison.Contender> ask = (name, endpoint) -> {
                Trials trials = runner.run(
                        published.name(),
                        gradable,
                        name,
                        endpoint,
                        done -> Progress.say("%s: %d of %d".formatted(name, done, gradable.size())));
                return new Comparison.Contender(name, endpoint, trials);
            };
            Comparison comparison = new Comparison(
                    published.name(),
                    published.version(),
                    cases,
                    ask.apply(candidate, first),
                    baseline.map(name -> ask.apply(name, second.orElseThrow())));
            Progress.done();
            List<Verdict> earlier = lake.rows(EvalTables.VERDICTS);
            Verdict verdict = new Gate(config.evaluate()).decide(comparison, earlier);
            boolean known =
                    earlier.stream().anyMatch(before -> before.verdictId().equals(verdict.verdictId()));
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
        endpoint.apiKeyEnv()
                .filter(env -> CommonOptions.environment(env).isEmpty())
                .ifPresent(env -> {
                    throw new CommandFailure.Usage(
                            "evaluate.models.%s.api-key-env names %s, which is not set".formatted(name, env));
                });
        return endpoint;
    }
}
