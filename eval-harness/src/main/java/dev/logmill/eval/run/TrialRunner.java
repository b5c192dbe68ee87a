package dev.logmill.eval.run;

import dev.logmill.curation.json.Digest;
import dev.logmill.eval.suite.Case;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Puts the cases of a suite to a model. What was answered before is not asked again; what is answered now is kept at
 * once, in small batches, so that a run that is stopped has paid for nothing twice.
 */
public final class TrialRunner {
    private static final int KEEP_EVERY = 32;
    private static final int GIVE_UP_AFTER = 10;

    private final EvaluateConfig config;
    private final TrialStore store;
    private final Function<String, Optional<String>> environment;

    /** A runner that takes keys from {@code environment}, by name. */
    public TrialRunner(EvaluateConfig config, TrialStore store, Function<String, Optional<String>> environment) {
        this.config = config;
        this.store = store;
        this.environment = environment;
    }

    /**
     * What came of it.
     *
     * @param trials the answered ones, by case id
     * @param errors why others have no answer, by case id
     * @param asked requests that this run paid for
     */
    public record Trials(Map<String, Trial> trials, Map<String, InfraError> errors, int asked) {}

    /** Runs every case once; {@code progress} is told how many are done. */
    public Trials run(String suite, List<Case> cases, String model, EndpointConfig endpoint, IntConsumer progress) {
        Map<String, Trial> known = new TreeMap<>();
        store.answered(suite).forEach(trial -> known.put(trial.trialKey(), trial));
        Map<String, Trial> answered = new TreeMap<>();
        List<Asked> open = new ArrayList<>();
        for (Case one : cases) {
            String body = RequestBody.of(one, endpoint);
            String key = Digest.of(endpoint.url(), body, "0").id();
            Trial before = known.get(key);
            if (before != null) {
                answered.put(one.caseId(), before);
            } else {
                open.add(new Asked(one, key, body));
            }
        }
        progress.accept(answered.size());
        return open.isEmpty()
                ? new Trials(answered, Map.of(), 0)
                : asked(open, model, client(endpoint), answered, progress);
    }

    private record Asked(Case asked, String key, String body) {}

    private record Answered(Asked asked, Reply reply) {}

    private ChatClient client(EndpointConfig endpoint) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(Math.min(10, config.timeoutSeconds())))
                .build();
        Optional<String> key = endpoint.apiKeyEnv().flatMap(environment);
        return new ChatClient(http, endpoint, key, Duration.ofSeconds(config.timeoutSeconds()), config.retries());
    }

    private Trials asked(
            List<Asked> open, String model, ChatClient client, Map<String, Trial> answered, IntConsumer progress) {
        Map<String, InfraError> errors = new TreeMap<>();
        List<Trial> unkept = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(config.concurrency(), open.size()), task -> {
            Thread worker = new Thread(task, "trial");
            worker.setDaemon(true);
            return worker;
        });
        int requests = 0;
        try {
            CompletionService<Answered> replies = new ExecutorCompletionService<>(workers);
            open.forEach(one -> replies.submit(() -> new Answered(one, client.ask(one.body()))));
            int broken = 0;
            for (int i = 0; i < open.size(); i++) {
                if (broken >= GIVE_UP_AFTER) {
                    break;
                }
                Answered next = replies.take().get();
                Reply reply = next.reply();
                requests += reply.requests();
                if (reply.answer().isPresent()) {
                    broken = 0;
                    Trial trial = trial(next.asked(), model, reply);
                    answered.put(trial.caseId(), trial);
                    unkept.add(trial);
                } else {
                    broken++;
                    errors.put(next.asked().asked().caseId(), reply.error().orElseThrow());
                }
                if (unkept.size() >= KEEP_EVERY) {
                    keep(unkept);
                }
                progress.accept(answered.size() + errors.size());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("A trial failed in itself", impossible);
        } finally {
            keep(unkept);
            workers.shutdownNow();
        }
        open.stream()
                .filter(one -> !answered.containsKey(one.asked().caseId()))
                .forEach(one -> errors.putIfAbsent(one.asked().caseId(), InfraError.CONNECTION));
        return new Trials(answered, errors, requests);
    }

    private void keep(List<Trial> unkept) {
        if (!unkept.isEmpty()) {
            store.keep(List.copyOf(unkept));
            unkept.clear();
        }
    }

    private static Trial trial(Asked one, String model, Reply reply) {
        return new Trial(
                one.key(),
                one.asked().caseId(),
                one.asked().suite(),
                model,
                0,
                reply.answer().orElseThrow(),
                reply.finishReason(),
                reply.usage(),
                reply.latencyMs(),
                reply.requests());
    }
}
