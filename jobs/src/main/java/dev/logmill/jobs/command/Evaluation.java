package dev.logmill.jobs.command;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.night.LakeLock;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.run.ApiKey;
import dev.logmill.eval.run.Effort;
import dev.logmill.eval.run.EndpointConfig;
import dev.logmill.eval.run.Freshness;
import dev.logmill.eval.run.TrialRunner;
import dev.logmill.eval.run.Trials;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.verdict.Comparison;
import dev.logmill.eval.verdict.Foregone;
import dev.logmill.eval.verdict.Foresight;
import dev.logmill.eval.verdict.Gate;
import dev.logmill.eval.verdict.Verdict;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A suite put to a candidate and its baseline, and what that says. The lake is held for the moment that it takes to write
 * down answers and verdict, not while models think: a night may run meanwhile.
 *
 * @param models the candidate, then the baseline where there is one
 */
record Evaluation(LogmillConfig config, PublishedSuite suite, Map<String, EndpointConfig> models, Freshness freshness) {
    private static final Trials UNASKED = new Trials(Map.of(), Map.of(), Map.of(), 0, Effort.NONE, Optional.empty());

    /**
     * What was decided, and on what.
     *
     * @param seconds by step
     */
    record Judged(Comparison comparison, Verdict verdict, Map<String, Double> seconds) {}

    /** The evaluation of models by their names in the configuration. */
    static Evaluation of(
            LogmillConfig config, String suite, String candidate, Optional<String> baseline, Freshness freshness) {
        Map<String, EndpointConfig> models = new LinkedHashMap<>();
        models.put(candidate, endpoint(config, candidate));
        baseline.ifPresent(name -> {
            if (models.put(name, endpoint(config, name)) != null) {
                throw new CommandFailure.Usage(
                        "--baseline must be another model than --candidate '%s'".formatted(candidate));
            }
        });
        return new Evaluation(config, PublishedSuite.open(config, suite), models, freshness);
    }

    Judged run() throws IOException {
        Stopwatch watch = new Stopwatch();
        Lake lake = CommonOptions.lake(config);
        LakeTrials store = new LakeTrials(lake);
        List<Case> cases = suite.cases();
        Comparison unasked = compared(cases, Map.of());
        Optional<Verdict> foregone = Foregone.of(unasked, config.evaluate());
        System.err.println(Foresight.of(cases, config.evaluate()));
        watch.ended("read");
        Comparison comparison = foregone.isPresent() ? unasked : compared(cases, asked(store, cases));
        watch.ended("ask");
        List<Verdict> earlier = lake.rows(EvalTables.VERDICTS);
        Verdict verdict = foregone.orElseGet(() -> new Gate(config.evaluate()).decide(comparison, earlier));
        watch.ended("decide");
        writeDown(lake, store, verdict);
        watch.ended("write");
        return new Judged(comparison, verdict, watch.seconds());
    }

    private Map<String, Trials> asked(LakeTrials store, List<Case> cases) {
        List<Case> gradable = cases.stream().filter(Case::gradable).toList();
        TrialRunner runner = new TrialRunner(config.evaluate(), store, Evaluation::key, freshness);
        Map<String, Integer> done = new TreeMap<>();
        try {
            return runner.run(suite.name(), gradable, models, (model, count) -> {
                done.put(model, count);
                Progress.say(done.entrySet().stream()
                        .map(one -> "%s: %d of %d".formatted(one.getKey(), one.getValue(), gradable.size()))
                        .collect(Collectors.joining(", ")));
            });
        } finally {
            Progress.done();
        }
    }

    private Comparison compared(List<Case> cases, Map<String, Trials> trials) {
        List<Comparison.Contender> contenders = models.entrySet().stream()
                .map(model -> new Comparison.Contender(
                        model.getKey(), model.getValue(), trials.getOrDefault(model.getKey(), UNASKED)))
                .toList();
        return new Comparison(
                suite.name(),
                suite.version(),
                cases,
                contenders.get(0),
                contenders.stream().skip(1).findFirst());
    }

    private void writeDown(Lake lake, LakeTrials store, Verdict verdict) {
        try (LakeLock held = LakeLock.await(lake, "evaluate " + suite.name(), Evaluation::waiting)) {
            store.settle();
            lake.create(EvalTables.VERDICTS);
            boolean known = lake.rows(EvalTables.VERDICTS).stream()
                    .anyMatch(before -> before.verdictId().equals(verdict.verdictId()));
            if (!known) {
                lake.append(EvalTables.VERDICTS, List.of(verdict));
            }
        }
    }

    private static void waiting(String what) {
        System.err.printf("logmill: all answers are kept; the lake is not free: %s%n", what);
    }

    private static Optional<ApiKey> key(String variable) {
        return CommonOptions.environment(variable).flatMap(ApiKey::in);
    }

    private static EndpointConfig endpoint(LogmillConfig config, String name) {
        EndpointConfig endpoint = config.evaluate().models().get(name);
        if (endpoint == null) {
            throw new CommandFailure.Usage("evaluate.models has no '%s'; it has: %s"
                    .formatted(
                            name, String.join(", ", config.evaluate().models().keySet())));
        }
        endpoint.apiKeyEnv().filter(env -> key(env).isEmpty()).ifPresent(env -> {
            String wrong = CommonOptions.environment(env).isEmpty()
                    ? "which is not set"
                    : "which must hold a key: visible ASCII characters, without blanks between them";
            throw new CommandFailure.Usage("evaluate.models.%s.api-key-env names %s, %s".formatted(name, env, wrong));
        });
        return endpoint;
    }
}
