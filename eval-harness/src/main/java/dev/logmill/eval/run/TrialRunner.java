package dev.logmill.eval.run;

import dev.logmill.eval.suite.Case;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;

/**
 * Puts the cases of a suite to models. What was answered before is not asked again, unless a fresh attempt is wanted; what
 * is answered now is kept at once, so that a run that is killed pays again for nothing but what was under way.
 */
public final class TrialRunner {
    private final EvaluateConfig config;
    private final TrialStore store;
    private final Function<String, Optional<ApiKey>> keys;
    private final Freshness freshness;

    /** A runner that takes keys from {@code keys}, by the name of their variable. */
    public TrialRunner(
            EvaluateConfig config, TrialStore store, Function<String, Optional<ApiKey>> keys, Freshness freshness) {
        this.config = config;
        this.store = store;
        this.keys = keys;
        this.freshness = freshness;
    }

    /** Puts every case to every model, by its name; {@code progress} is told how many are done. */
    public Map<String, Trials> run(
            String suite, List<Case> cases, Map<String, EndpointConfig> models, ObjIntConsumer<String> progress) {
        Map<String, EndpointBudget> budgets = new TreeMap<>();
        List<Examinee> examinees = new ArrayList<>();
        models.forEach((name, endpoint) -> {
            Questionnaire asked = Questionnaire.of(suite, cases, name, endpoint);
            List<Trial> known = store.kept(asked.ids());
            ChatClient client = new ChatClient(
                    endpoint,
                    endpoint.apiKeyEnv().flatMap(keys),
                    config,
                    budgets.computeIfAbsent(endpoint.address(), address -> EndpointBudget.to(address, config)));
            examinees.add(new Examinee(asked, known, freshness.attempt(known), client));
        });
        new Examination(examinees, config.concurrency(), store, progress).run();
        Map<String, Trials> trials = new LinkedHashMap<>();
        examinees.forEach(examinee -> trials.put(examinee.name(), examinee.trials()));
        return trials;
    }
}
