package dev.logmill.jobs.line;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Tonight's traces.
 *
 * @param judged hashes of all that runs are left of
 * @param rebuilt texts of those that earlier nights have runs of
 */
record JudgedTraces(HashSet64 judged, Set<String> rebuilt) implements Serializable {
    /** Gathers the traces of rows. */
    static final class Builder {
        private final Set<Long> judged = new HashSet<>();
        private final Set<String> rebuilt = new HashSet<>();

        void add(Judged row) {
            String project = row.occurrence().project();
            if (row.measure().isPresent()) {
                judged.add(TraceKey.hash(project, row.traceId()));
            }
            if (row.rebuilt()) {
                rebuilt.add(TraceKey.text(project, row.traceId()));
            }
        }

        JudgedTraces build() {
            return new JudgedTraces(new HashSet64(judged), rebuilt);
        }
    }

    JudgedTraces and(JudgedTraces other) {
        Set<String> all = new HashSet<>(rebuilt);
        all.addAll(other.rebuilt);
        return new JudgedTraces(HashSet64.of(LongStream.concat(judged.stream(), other.judged.stream())), all);
    }
}
