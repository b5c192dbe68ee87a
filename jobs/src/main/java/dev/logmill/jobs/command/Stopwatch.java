package dev.logmill.jobs.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long the steps of a command took, one after the other. */
final class Stopwatch {
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long begun = System.nanoTime();

    /** A step has ended; the next one begins. */
    void ended(String step) {
        long now = System.nanoTime();
        seconds.merge(step, (now - begun) / 1e9, Double::sum);
        begun = now;
    }

    /** By step, in their order. */
    Map<String, Double> seconds() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }
}
