package dev.logmill.eval.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.ObjIntConsumer;

/**
 * Asks models side by side until each has answered all or one of them is given up: without it nothing can be compared, so
 * that the others need not be paid for. Every answer is kept before anything else is done.
 */
final class Examination {
    private final List<Examinee> examinees;
    private final TrialStore store;
    private final ObjIntConsumer<String> progress;
    private final BlockingQueue<Future<Arrived>> arrivals = new LinkedBlockingQueue<>();
    private final List<ExecutorService> workers = new ArrayList<>();
    private final List<ExecutorCompletionService<Arrived>> desks = new ArrayList<>();

    Examination(List<Examinee> examinees, int concurrency, TrialStore store, ObjIntConsumer<String> progress) {
        this.examinees = List.copyOf(examinees);
        this.store = store;
        this.progress = progress;
        examinees.forEach(examinee -> {
            ExecutorService pool = Executors.newFixedThreadPool(concurrency, task -> {
                Thread worker = new Thread(task, "trial");
                worker.setDaemon(true);
                return worker;
            });
            workers.add(pool);
            desks.add(new ExecutorCompletionService<>(pool, arrivals));
        });
    }

    /** A reply to a question. */
    private record Arrived(Examinee examinee, Question question, Reply reply) {}

    void run() {
        try {
            ask();
            while (!isOver()) {
                List<Future<Arrived>> arrived = new ArrayList<>(List.of(arrivals.take()));
                arrivals.drainTo(arrived);
                take(arrived);
                ask();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            examinees.forEach(examinee -> examinee.stop("it was interrupted"));
        } finally {
            workers.forEach(ExecutorService::shutdownNow);
        }
    }

    private boolean isOver() {
        return examinees.stream().allMatch(Examinee::isDone)
                || examinees.stream().anyMatch(Examinee::isStopped);
    }

    private void ask() {
        boolean ready = examinees.stream().allMatch(Examinee::isReady);
        for (int i = 0; i < examinees.size() && !isOver(); i++) {
            Examinee examinee = examinees.get(i);
            for (Question question : examinee.turn(ready)) {
                desks.get(i)
                        .submit(() -> new Arrived(
                                examinee, question, examinee.client().ask(question.body())));
            }
            progress.accept(examinee.name(), examinee.done());
        }
    }

    private void take(List<Future<Arrived>> arrived) throws InterruptedException {
        List<Trial> answered = new ArrayList<>();
        for (Future<Arrived> one : arrived) {
            Arrived reply = got(one);
            Optional<Trial> trial = reply.examinee().take(reply.question(), reply.reply());
            trial.ifPresent(answered::add);
        }
        if (!answered.isEmpty()) {
            store.keep(answered);
        }
    }

    private static Arrived got(Future<Arrived> arrived) throws InterruptedException {
        try {
            return arrived.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("A trial failed in itself", impossible);
        }
    }
}
