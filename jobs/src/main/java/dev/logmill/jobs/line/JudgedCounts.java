package dev.logmill.jobs.line;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** How many runs there were tonight, and what became of their candidates. */
record JudgedCounts(long runs, long kept, long rejected) implements Serializable {
    /** Counts rows. */
    static final class Builder {
        private long runs;
        private long kept;
        private long rejected;

        void add(Judged row) {
            runs += row.measure().isPresent() ? 1 : 0;
            kept += row.provenance().isPresent() ? 1 : 0;
            rejected += row.rejection().isPresent() ? 1 : 0;
        }

        JudgedCounts build() {
            return new JudgedCounts(runs, kept, rejected);
        }
    }

    JudgedCounts and(JudgedCounts other) {
        return new JudgedCounts(runs + other.runs, kept + other.kept, rejected + other.rejected);
    }

    /** By name, as a night reports them. */
    Map<String, Long> byName() {
        return new TreeMap<>(Map.of("runs", runs, "kept", kept, "rejected", rejected, "considered", kept + rejected));
    }
}
