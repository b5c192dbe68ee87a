package dev.logmill.jobs.erase;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.erase.Tombstones;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.LeakKey;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.jobs.line.Night;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;

/**
 * Leak keys of what is erased. Their groups keep their anchors and sides, so nobody else changes sides because somebody was
 * erased.
 */
final class PersonsLeakKeys {
    private final Night night;
    private final Tombstones erased;
    private final Products products;

    PersonsLeakKeys(Night night, Tombstones erased, Products products) {
        this.night = night;
        this.erased = erased;
        this.products = products;
    }

    /** A run, or a time that a pair was produced, by what it shares with others. */
    record Shared(String runId, String project, String traceId, Optional<String> sessionId, Optional<String> subject) {
        private List<String> keys() {
            List<String> keys = new ArrayList<>(List.of(LeakKey.id("run", project, runId)));
            subject.ifPresent(person -> keys.add(LeakKey.id("subject", project, person)));
            session().ifPresent(keys::add);
            return keys;
        }

        private Optional<String> session() {
            return sessionId.map(session -> LeakKey.id("session", project, session));
        }
    }

    /** A leak key with who was seen with it. */
    record Seen(String leakKey, List<String> holders) {
        boolean hasAny(Set<String> some) {
            return holders.stream().anyMatch(some::contains);
        }
    }

    /** Takes them out, and out of those who were seen with an input; gives how many are gone. */
    long takeOut() {
        Set<String> keys = keys();
        Set<String> holders = new HashSet<>(LeakKey.holdersOf(keys));
        List<DataFile> files = night.state(CurationTables.LEAK_KEYS).files();
        List<LeakKey> changed = night.tables()
                .read(
                        CurationTables.LEAK_KEYS,
                        files,
                        Seen.class,
                        row -> !keys.contains(row.leakKey()) && row.hasAny(holders))
                .map(key -> key.without(holders))
                .collect();
        SparkLake.Rewrite rewrite = night.tables()
                .without(
                        CurationTables.LEAK_KEYS,
                        files,
                        Seen.class,
                        row -> keys.contains(row.leakKey()) || row.hasAny(holders));
        if (rewrite.removed().isEmpty()) {
            return 0;
        }
        rewrite.commit(
                night.lake(),
                CurationTables.LEAK_KEYS,
                night.lake().write(CurationTables.LEAK_KEYS, changed.iterator()));
        return keys.size();
    }

    private Set<String> keys() {
        Tombstones gone = erased;
        JavaRDD<Shared> all = LakeRows.of(night, CurationTables.RUNS, Shared.class)
                .union(LakeRows.of(night, CurationTables.PROVENANCE, Shared.class));
        HashSet<String> keys = new HashSet<>(all.filter(row -> gone.hasTrace(row.project(), row.traceId()))
                .flatMap(row -> row.keys().iterator())
                .distinct()
                .collect());
        // A session that others speak in still ties them.
        keys.removeAll(all.filter(row -> !gone.hasTrace(row.project(), row.traceId()))
                .flatMap(row -> row.session().stream().iterator())
                .filter(keys::contains)
                .distinct()
                .collect());
        products.inputs().forEach(input -> keys.add(LeakKey.id("input", input)));
        return keys;
    }
}
