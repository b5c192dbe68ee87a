package dev.logmill.jobs.erase;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.erase.Tombstones;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import dev.logmill.eval.EvalTables;
import dev.logmill.export.ExportTables;
import dev.logmill.jobs.line.Night;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rows of every table that are taken out, table by table. */
final class Rows {
    private final Night night;
    private final Tombstones erased;
    private final Products products;
    private final HashSet<String> cases;
    private final String person;
    private final Map<String, Long> counts = new TreeMap<>();

    Rows(Night night, Tombstones erased, Products products, Set<String> cases, String person) {
        this.night = night;
        this.erased = erased;
        this.products = products;
        this.cases = new HashSet<>(cases);
        this.person = person;
    }

    /** A row of a log by where it belongs. */
    record Logged(String project, Optional<String> traceId, Optional<String> sessionId, Optional<String> subject) {}

    /** A span by where it belongs. */
    record Spoken(String project, String traceId, Optional<String> sessionId, Optional<String> subject) {}

    /** A row by its trace. */
    record OfTrace(String project, String traceId) {}

    /** A rejection. */
    record Refused(String project, String traceId, String subjectRow) {}

    /** A row by its pair. */
    record OfPair(String pairId) {}

    /** A preference by its id. */
    record PreferenceId(String preferenceId) {}

    /** An example of a version by what it was made of. */
    record MadeOf(String origin) {}

    /** A trial by its case. */
    record OfCase(String caseId) {}

    /** Takes them out; gives how many, by table. */
    Map<String, Long> takeOut() {
        Tombstones gone = erased;
        Products made = products;
        // First what is told apart by rows that go.
        new SealedRows(night, gone, person).takeOut().forEach(this::count);
        count(CurationTables.LEAK_KEYS.name(), new PersonsLeakKeys(night, gone, made).takeOut());
        take(
                CurationTables.SPANS,
                Spoken.class,
                row -> gone.cover(row.project(), Optional.of(row.traceId()), row.sessionId(), row.subject()));
        take(
                CurationTables.SIGNALS,
                Logged.class,
                row -> gone.cover(row.project(), row.traceId(), row.sessionId(), row.subject()));
        take(CurationTables.RUNS, OfTrace.class, row -> gone.hasTrace(row.project(), row.traceId()));
        take(CurationTables.PROVENANCE, OfTrace.class, row -> gone.hasTrace(row.project(), row.traceId()));
        take(CurationTables.FORMER_EDGES, OfTrace.class, row -> gone.hasTrace(row.project(), row.traceId()));
        take(
                CurationTables.REJECTIONS,
                Refused.class,
                row -> gone.hasTrace(row.project(), row.traceId())
                        || made.pairs().contains(row.subjectRow()));
        take(CurationTables.PAIRS, OfPair.class, row -> made.pairs().contains(row.pairId()));
        take(CurationTables.LABELS, OfPair.class, row -> made.pairs().contains(row.pairId()));
        take(CurationTables.PREFERENCES, PreferenceId.class, row -> made.preferences()
                .contains(row.preferenceId()));
        cases();
        take(ExportTables.RELEASE_ROWS, MadeOf.class, row -> made.made(row.origin()));
        return counts;
    }

    /** Cases are few and known whole; trials go by them. */
    private void cases() {
        HashSet<String> all = cases;
        night.lake().rows(EvalTables.CASES).stream()
                .filter(one -> products.made(one, erased))
                .forEach(one -> all.add(one.caseId()));
        take(EvalTables.CASES, OfCase.class, row -> all.contains(row.caseId()));
        take(EvalTables.TRIALS, OfCase.class, row -> all.contains(row.caseId()));
    }

    private <R, V> void take(Table<R> table, Class<V> view, SparkLake.Wanted<V> gone) {
        count(
                table.name(),
                commit(
                        night,
                        table,
                        night.tables().without(table, night.state(table).files(), view, gone)));
    }

    /** Commits it where it changes something; gives how many rows are gone. */
    static long commit(Night night, Table<?> table, SparkLake.Rewrite rewrite) {
        if (rewrite.removed().isEmpty()) {
            return 0;
        }
        rewrite.commit(night.lake(), table, List.of());
        return rows(rewrite.removed()) - rows(rewrite.added());
    }

    private static long rows(List<DataFile> files) {
        return files.stream().mapToLong(DataFile::rows).sum();
    }

    private void count(String table, long rows) {
        if (rows > 0) {
            counts.merge(table, rows, Long::sum);
        }
    }
}
