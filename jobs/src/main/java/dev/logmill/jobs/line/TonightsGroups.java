package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.json.DigestBits;
import dev.logmill.curation.json.DigestSet;
import dev.logmill.curation.lake.TableState;
import dev.logmill.curation.pair.LeakGroups;
import dev.logmill.curation.pair.LeakKey;
import dev.logmill.curation.pair.LeakTies;
import dev.logmill.curation.pair.Split;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.broadcast.Broadcast;

/** The leak groups of tonight's rows, and the two tables that keep them from night to night. */
final class TonightsGroups {
    private TonightsGroups() {}

    /** A leak key by itself. */
    record LeakKeyId(String leakKey) {}

    /** A split by its anchor. */
    record Anchor(String anchor) {}

    /** Takes tonight's rows in, with what earlier nights know of their keys. */
    static LeakGroups.Change taken(Night night, LeakTies ties) {
        Broadcast<DigestSet> wanted = night.spark().broadcast(ties.keys());
        List<LeakKey> known = night.tables()
                .read(
                        CurationTables.LEAK_KEYS,
                        night.state(CurationTables.LEAK_KEYS).files(),
                        LeakKeyId.class,
                        key -> wanted.value().holds(DigestBits.of(key.leakKey())))
                .collect();
        List<Split> splits = night.lake().rows(CurationTables.SPLITS);
        return new LeakGroups(night.config().leak(), night.asOf(), night.batch(), known, splits).take(ties);
    }

    static void commit(Night night, LeakGroups.Change change) {
        Broadcast<DigestSet> keys = night.spark()
                .broadcast(DigestSet.of(change.keys().stream()
                        .map(key -> DigestBits.of(key.leakKey()))
                        .toList()));
        replace(
                night,
                CurationTables.LEAK_KEYS,
                LeakKeyId.class,
                row -> keys.value().holds(DigestBits.of(row.leakKey())),
                change.keys());
        Set<String> anchors = change.splits().stream().map(Split::anchor).collect(Collectors.toSet());
        replace(night, CurationTables.SPLITS, Anchor.class, row -> anchors.contains(row.anchor()), change.splits());
    }

    /** Puts rows in the place of those that have gone. */
    private static <R, V> void replace(
            Night night, Table<R> table, Class<V> view, SparkLake.Wanted<V> gone, List<R> rows) {
        TableState<R> state = night.state(table);
        SparkLake.Rewrite rewrite = night.tables().without(table, state.files(), view, gone);
        rewrite.commit(night.lake(), table, night.lake().write(table, rows.iterator()));
    }
}
