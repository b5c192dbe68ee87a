package dev.logmill.eval.run;

import dev.logmill.curation.json.Digest;
import dev.logmill.eval.suite.Case;
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
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Puts the cases of a suite to a model. What was answered before is not asked again; what is answered now is kept within a
 * second, or with {@value #KEEP_EVERY} answers if that is sooner, so that a run that is killed pays twice for no more.
 *
 * <p>An endpoint that refuses the key or knows no such model is given up at once; one whose connection fails
 * {@value #GIVE_UP_AFTER} times in a row, retries included, after that. What was not asked then is told apart from what
 * failed.
 */
public final class TrialRunner {
    private static final int KEEP_EVERY = 32;
    private static final long KEEP_WITHIN_MS = 1000;
    private static final int GIVE_UP_AFTER = 10;
    private static final int FIRST = 0;

    private final EvaluateConfig config;
    private final TrialStore store;
    private final Function<String, Optional<String>> environment;

    /** A runner that takes keys from {@code environment}, by name. */
    public TrialRunner(EvaluateConfig config, TrialStore store, Function<String, Optional<String>> environment) {
        this.config = config;
        this.store = store;
        this.environment = environment;
    }

    /** Runs every case once; {@code progress} is told how many are done. */
    public Trials run(String suite, List<Case> cases, String model, EndpointConfig endpoint, IntConsumer progress) {
        Map<String, Asked> asked = new TreeMap<>();
        for (Case one : cases) {
            String body = RequestBody.of(one.task(), endpoint);
            String key =
                    Digest.of(endpoint.url(), body, Integer.toString(FIRST)).id();
            asked.put(one.caseId(), new Asked(suite, one.caseId(), model, key, body));
        }
        Map<String, Trial> kept = known(asked);
        List<Asked> open = asked.values().stream()
                .filter(one -> !kept.containsKey(one.caseId()))
                .toList();
        progress.accept(kept.size());
        if (open.isEmpty()) {
            return new Trials(kept, Map.of(), 0, Optional.empty());
        }
        ChatClient client = new ChatClient(endpoint, endpoint.apiKeyEnv().flatMap(environment), config);
        return new Asking(open, client, kept, progress).run();
    }

    /** A case on its way to a model. */
    private record Asked(String suite, String caseId, String model, String key, String body) {
        Trial trial(Reply reply, Transcript transcript) {
            return new Trial(key, caseId, suite, model, FIRST, reply.outcome(), transcript, reply.requests());
        }
    }

    private record Answered(Asked asked, Reply reply) {}

    /** Two cases may ask the same: they share a trial. */
    private Map<String, Trial> known(Map<String, Asked> asked) {
        Map<String, Trial> byKey = new TreeMap<>();
        Map<String, Trial> known = new TreeMap<>();
        store.kept(asked.values().stream().map(Asked::key).collect(Collectors.toSet()))
                .forEach(trial -> byKey.put(trial.trialKey(), trial));
        asked.forEach((caseId, one) -> {
            Trial before = byKey.get(one.key());
            if (before != null) {
                known.put(caseId, before);
            }
        });
        return known;
    }

    /** The requests of one run. */
    private final class Asking {
        private final List<Asked> open;
        private final ChatClient client;
        private final Map<String, Trial> kept;
        private final IntConsumer progress;
        private final Map<String, Outcome> failed = new TreeMap<>();
        private final List<Trial> unkept = new ArrayList<>();
        private long keptAt = System.nanoTime();
        private int requests;
        private int down;
        private Optional<String> stopped = Optional.empty();

        Asking(List<Asked> open, ChatClient client, Map<String, Trial> kept, IntConsumer progress) {
            this.open = open;
            this.client = client;
            this.kept = kept;
            this.progress = progress;
        }

        Trials run() {
            ExecutorService workers =
                    Executors.newFixedThreadPool(Math.min(config.concurrency(), open.size()), task -> {
                        Thread worker = new Thread(task, "trial");
                        worker.setDaemon(true);
                        return worker;
                    });
            try {
                CompletionService<Answered> replies = new ExecutorCompletionService<>(workers);
                open.forEach(one -> replies.submit(() -> new Answered(one, client.ask(one.body()))));
                for (int left = open.size(); left > 0 && stopped.isEmpty(); ) {
                    Future<Answered> next = replies.poll(KEEP_WITHIN_MS, TimeUnit.MILLISECONDS);
                    if (next != null) {
                        take(next.get());
                        left--;
                    }
                    keepWhenDue();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                stopped = Optional.of("it was interrupted");
            } catch (ExecutionException impossible) {
                throw new IllegalStateException("A trial failed in itself", impossible);
            } finally {
                workers.shutdownNow();
                keep();
            }
            open.stream()
                    .filter(one -> !kept.containsKey(one.caseId()))
                    .forEach(one -> failed.putIfAbsent(one.caseId(), Outcome.NOT_ASKED));
            return new Trials(kept, failed, requests, stopped);
        }

        private void take(Answered answered) {
            Reply reply = answered.reply();
            String caseId = answered.asked().caseId();
            requests += reply.requests();
            reply.transcript()
                    .ifPresentOrElse(
                            transcript -> {
                                Trial trial = answered.asked().trial(reply, transcript);
                                kept.put(caseId, trial);
                                unkept.add(trial);
                            },
                            () -> failed.put(caseId, reply.outcome()));
            down = reply.outcome().endpointDown() ? down + 1 : 0;
            if (reply.outcome().stopsAll()) {
                stopped = Optional.of(
                        reply.outcome() == Outcome.UNAUTHORISED
                                ? "the endpoint refused the key (401 or 403)"
                                : "the endpoint knows no such address or model (404)");
            } else if (down >= GIVE_UP_AFTER) {
                stopped = Optional.of(
                        "the endpoint failed %d times in a row, at last with %s".formatted(down, reply.outcome()));
            }
            progress.accept(kept.size() + failed.size());
        }

        private void keepWhenDue() {
            long waited = (System.nanoTime() - keptAt) / 1_000_000;
            if (unkept.size() >= KEEP_EVERY || waited >= KEEP_WITHIN_MS) {
                keep();
            }
        }

        private void keep() {
            if (!unkept.isEmpty()) {
                store.keep(List.copyOf(unkept));
                unkept.clear();
            }
            keptAt = System.nanoTime();
        }
    }
}
