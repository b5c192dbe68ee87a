package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.TableState;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import scala.Tuple2;

/**
 * Rows that are older than their objects' dates led to expect. Feedback that comes weeks later is of that kind, so most
 * nights have some. They are written like all others, and then held against the keys that the lake knows of their days:
 * nothing is read from the objects again.
 */
final class LateRows {
    private final Night night;
    private final List<LatePart> parts;
    private final HashSet64 keys;
    private final Set<String> lost = new HashSet<>();
    private final Set<String> replaced = new HashSet<>();
    private final List<DataFile> touched = new ArrayList<>();
    private final List<DataFile> spans;
    private final List<DataFile> signals;
    private final List<DataFile> vault;

    private LateRows(Night night, List<LatePart> parts) {
        this.night = night;
        this.parts = parts;
        List<Long> digests = new ArrayList<>();
        parts.forEach(part -> part.keys(digests::add));
        this.keys = new HashSet64(digests);
        this.spans = new ArrayList<>(all(LatePart::spans));
        this.signals = new ArrayList<>(all(LatePart::signals));
        this.vault = new ArrayList<>(all(part -> part.vault().files()));
    }

    /** The rows of days before {@code earliest}, settled with what the lake holds of those days. */
    static LateRows settled(Night night, List<IngestPart> parts, LocalDate earliest) {
        LateRows late = new LateRows(night, parts.stream().map(IngestPart::late).toList());
        late.settleSpans(earliest);
        late.settleSignals(earliest);
        late.settleVault();
        return late;
    }

    /** Files with the spans that stand. */
    List<DataFile> spans() {
        return spans;
    }

    /** Files with the signals that stand. */
    List<DataFile> signals() {
        return signals;
    }

    /** Files with the originals of both. */
    List<DataFile> vault() {
        return vault;
    }

    /** Keys of spans in the lake that newer versions replace. */
    Set<String> replaced() {
        return replaced;
    }

    /** The files that hold them. */
    List<DataFile> touched() {
        return touched;
    }

    /** Records by object that had been taken for new ones. */
    Map<Integer, Long> duplicates() {
        HashSet64 digests = new HashSet64(lost.stream().map(HashSet64::hash).toList());
        return parts.stream()
                .flatMap(part -> part.ledBy(digests).boxed())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private void settleSpans(LocalDate earliest) {
        List<DataFile> older = older(CurationTables.SPANS, spans, earliest);
        HashSet64 wanted = keys;
        Map<String, Tuple2<Integer, SpanKey>> known = new HashMap<>();
        night.tables()
                .readNumbered(CurationTables.SPANS, older, SpanKey.class)
                .filter(row -> wanted.mayHold(HashSet64.hash(row._2().key())))
                .collect()
                .forEach(row -> known.put(row._2().key(), row));
        if (known.isEmpty()) {
            return;
        }
        HashSet<String> ids = new HashSet<>(known.keySet());
        Set<String> gone = new HashSet<>();
        night.tables()
                .read(CurationTables.SPANS, spans, SpanKey.class)
                .filter(key -> ids.contains(key.key()))
                .collect()
                .forEach(fresh -> {
                    Tuple2<Integer, SpanKey> before = known.get(fresh.key());
                    if (before != null && fresh.isNewerThan(before._2())) {
                        replaced.add(fresh.key());
                        DataFile file = older.get(before._1());
                        if (!touched.contains(file)) {
                            touched.add(file);
                        }
                    } else {
                        gone.add(fresh.key());
                    }
                });
        drop(CurationTables.SPANS, spans, SpanKey.class, gone, SpanKey::key);
    }

    private void settleSignals(LocalDate earliest) {
        HashSet64 wanted = keys;
        HashSet<String> known = new HashSet<>(night.tables()
                .read(CurationTables.SIGNALS, older(CurationTables.SIGNALS, signals, earliest), SignalKey.class)
                .map(SignalKey::key)
                .filter(key -> wanted.mayHold(HashSet64.hash(key)))
                .collect());
        if (!known.isEmpty()) {
            Set<String> gone = new HashSet<>(night.tables()
                    .read(CurationTables.SIGNALS, signals, SignalKey.class)
                    .map(SignalKey::key)
                    .filter(known::contains)
                    .collect());
            drop(CurationTables.SIGNALS, signals, SignalKey.class, gone, SignalKey::key);
        }
    }

    /** Nothing is kept of a row that does not stand. */
    private void settleVault() {
        if (!lost.isEmpty()) {
            drop(CurationTables.VAULT, vault, OriginalKey.class, new HashSet<>(lost), OriginalKey::rowKey);
        }
    }

    /** What an original is found by. */
    record OriginalKey(String rowKey) {}

    /** Files of the lake that hold days of late rows, and none of those that all rows were held against. */
    private List<DataFile> older(Table<?> table, List<DataFile> late, LocalDate earliest) {
        if (late.isEmpty()) {
            return List.of();
        }
        long from =
                late.stream().mapToLong(file -> file.range("day").least()).min().orElseThrow();
        long until = earliest.toEpochDay() - 1;
        TableState<?> state = night.state(table);
        return state.files().stream()
                .filter(file -> file.mayHold("day", from, until) && !file.mayHold("day", until + 1, Long.MAX_VALUE))
                .toList();
    }

    private interface KeyOf<V> extends Function<V, String>, Serializable {}

    /** Takes rows out of files that no commit has made part of the table yet. */
    private <R, V> void drop(Table<R> table, List<DataFile> files, Class<V> view, Set<String> gone, KeyOf<V> key) {
        HashSet<String> keysGone = new HashSet<>(gone);
        SparkLake.Rewrite rewrite =
                night.tables().without(table, files, view, row -> keysGone.contains(key.apply(row)));
        night.lake().discard(table, rewrite.removed());
        files.removeAll(rewrite.removed());
        files.addAll(rewrite.added());
        lost.addAll(gone);
    }

    private List<DataFile> all(Function<LatePart, List<DataFile>> files) {
        return parts.stream().flatMap(part -> files.apply(part).stream()).toList();
    }
}
