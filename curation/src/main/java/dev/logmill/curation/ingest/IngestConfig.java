package dev.logmill.curation.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How raw objects are read.
 *
 * @param maxRecordBytes a larger record is quarantined, bytes
 * @param lookbackDays how far before an object's date a night first looks for what the lake already knows, days; rows
 *     older than that cost a second look
 * @param startWithinDays how long a span that is known by updates alone waits for its start until a night says so, days
 */
public record IngestConfig(int maxRecordBytes, int lookbackDays, int startWithinDays) implements Serializable {
    public static IngestConfig defaults() {
        return new IngestConfig(64 << 20, 14, 7);
    }

    /** What is wrong with it, each with its key and what would be right. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        if (maxRecordBytes < 1024) {
            problems.add("%smax-record-bytes must be at least 1024, was %d".formatted(prefix, maxRecordBytes));
        }
        if (lookbackDays < 0) {
            problems.add("%slookback-days must be 0 or more, was %d".formatted(prefix, lookbackDays));
        }
        if (startWithinDays < 0) {
            problems.add("%sstart-within-days must be 0 or more, was %d".formatted(prefix, startWithinDays));
        }
        return problems;
    }
}
