package dev.logmill.eval.run;

import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.SampleCases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A runner to try things with: its trials are kept in memory, its keys are invented. */
final class Sitting {
    private final Kept store = new Kept();

    /** Trials in memory, with a fault to order. */
    static final class Kept implements TrialStore {
        private final List<Trial> trials = new ArrayList<>();
        private int crashAfter = Integer.MAX_VALUE;

        List<Trial> trials() {
            return trials;
        }

        void crashAfter(int most) {
            crashAfter = most;
        }

        @Override
        public List<Trial> kept(Set<String> questions) {
            return trials.stream()
                    .filter(trial -> questions.contains(Trial.question(trial.trialKey())))
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

    Kept store() {
        return store;
    }

    static EvaluateConfig config(int concurrency, int timeoutSeconds, int retries) {
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

    static EvaluateConfig patient(int concurrency, int maxWaitSeconds) {
        EvaluateConfig quick = config(concurrency, 20, 4);
        return new EvaluateConfig(
                Map.of(),
                concurrency,
                quick.timeoutSeconds(),
                quick.retries(),
                maxWaitSeconds,
                quick.win(),
                quick.minGain(),
                quick.margin(),
                quick.alpha(),
                quick.minCases(),
                quick.maxInfraErrors(),
                quick.minPassRate());
    }

    private static List<Case> cases(int count) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(SampleCases.random("c%03d".formatted(i), "g" + i));
        }
        return cases;
    }

    Trials run(EvaluateConfig config, int count, EndpointConfig endpoint) {
        return run(config, count, Map.of("model", endpoint), Freshness.KEPT).get("model");
    }

    Map<String, Trials> run(EvaluateConfig config, int count, Map<String, EndpointConfig> models, Freshness freshness) {
        return new TrialRunner(config, store, name -> ApiKey.in("secret-" + name), freshness)
                .run("suite", cases(count), models, (model, done) -> {});
    }

    Trials run(EvaluateConfig config, int count, ScriptedEndpoint.Script script) {
        try (ScriptedEndpoint endpoint = new ScriptedEndpoint(script)) {
            return run(config, count, endpoint.config(Optional.empty()));
        }
    }
}
