package dev.logmill.jobs.erase;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.erase.Tombstones;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.jobs.line.Night;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;

/** Sealed originals of the rows that are taken out, and the keys that open nothing any more. */
final class SealedRows {
    private final Night night;
    private final Tombstones erased;
    private final String person;

    SealedRows(Night night, Tombstones erased, String person) {
        this.night = night;
        this.erased = erased;
        this.person = person;
    }

    /** A span by where it belongs. */
    record Spoken(
            String project, String traceId, String spanId, Optional<String> sessionId, Optional<String> subject) {}

    /** A signal by where it belongs. */
    record Given(
            String signalId,
            String project,
            Optional<String> traceId,
            Optional<String> sessionId,
            Optional<String> subject) {}

    /** An original by its row and whose it is. */
    record Kept(Optional<String> traceId, String rowId, String holder) {}

    /** An original, or a key, by whose it is. */
    record Held(String holder, long batch) implements Serializable {}

    /** Before the rows themselves go: they tell whose the originals are. */
    Map<String, Long> takeOut() {
        Map<String, Long> counts = new TreeMap<>();
        List<DataFile> originals = night.state(CurationTables.VAULT).files();
        if (originals.isEmpty()) {
            return counts;
        }
        Set<String> rows = rows();
        String whose = person;
        SparkLake.Rewrite rewrite = night.tables()
                .without(
                        CurationTables.VAULT,
                        originals,
                        Kept.class,
                        row -> row.holder().equals(whose) || rows.contains(id(row.traceId(), row.rowId())));
        counts.put(CurationTables.VAULT.name(), Rows.commit(night, CurationTables.VAULT, rewrite));
        counts.put(CurationTables.KEYS.name(), keys());
        return counts;
    }

    private static String id(Optional<String> traceId, String row) {
        return traceId.orElse("") + "\n" + row;
    }

    private Set<String> rows() {
        Tombstones gone = erased;
        JavaRDD<String> spans = LakeRows.of(night, CurationTables.SPANS, Spoken.class)
                .filter(row -> gone.cover(row.project(), Optional.of(row.traceId()), row.sessionId(), row.subject()))
                .map(row -> id(Optional.of(row.traceId()), row.spanId()));
        JavaRDD<String> signals = LakeRows.of(night, CurationTables.SIGNALS, Given.class)
                .filter(row -> gone.cover(row.project(), row.traceId(), row.sessionId(), row.subject()))
                .map(row -> id(row.traceId(), row.signalId()));
        return LakeRows.set(spans.union(signals));
    }

    private long keys() {
        HashSet<Held> open = new HashSet<>();
        night.lake()
                .scan(CurationTables.VAULT, night.state(CurationTables.VAULT).files(), Held.class, open::add);
        SparkLake.Rewrite rewrite = night.tables()
                .without(
                        CurationTables.KEYS,
                        night.state(CurationTables.KEYS).files(),
                        Held.class,
                        key -> !open.contains(key));
        return Rows.commit(night, CurationTables.KEYS, rewrite);
    }
}
