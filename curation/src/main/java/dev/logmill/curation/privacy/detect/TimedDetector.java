package dev.logmill.curation.privacy.detect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A detector that fails where it runs longer than a limit on one text, so that what it did not check is not kept. */
public final class TimedDetector implements Detector {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "detector");
        thread.setDaemon(true);
        return thread;
    });

    private final Detector detector;
    private final Duration limit;

    TimedDetector(Detector detector) {
        this(detector, LIMIT);
    }

    TimedDetector(Detector detector, Duration limit) {
        this.detector = detector;
        this.limit = limit;
    }

    @Override
    public boolean mayFind(Signs signs) {
        return detector.mayFind(signs);
    }

    @Override
    public double score() {
        return detector.score();
    }

    @Override
    public String name() {
        return detector.name();
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        Future<List<Finding>> found = THREADS.submit(() -> {
            List<Finding> findings = new ArrayList<>();
            detector.find(scan, label, findings::add);
            return findings;
        });
        try {
            found.get(limit.toMillis(), TimeUnit.MILLISECONDS).forEach(sink);
        } catch (TimeoutException late) {
            found.cancel(true);
            throw new IllegalStateException("%s ran longer than %s".formatted(name(), limit), late);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(name() + " failed", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name() + " was interrupted", stopped);
        }
    }
}
