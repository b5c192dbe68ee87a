package dev.logmill.curation.lake;

import dev.logmill.curation.table.RecordShape;
import dev.logmill.curation.table.Table;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;

/**
 * The tables on storage, one Delta folder each under one root.
 *
 * <p>Logs are read and written on the driver, without a Spark job; data files are written wherever the rows are. A table is
 * checked against its contract each time it is opened.
 */
public final class Lake {
    private final String root;
    private final StorageSettings storage;
    private final Engine engine;

    public Lake(String root, StorageSettings storage) {
        this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
        this.storage = storage;
        this.engine = DefaultEngine.create(storage.configuration());
    }

    public String root() {
        return root;
    }

    public StorageSettings storage() {
        return storage;
    }

    /** The lake's folder. */
    public Path folder() {
        return new Path(root);
    }

    /** The folder of a table. */
    public Path folder(Table<?> table) {
        return new Path(root, table.name());
    }

    /** The table as it is now; a table that nothing was written to yet has version -1 and no files. */
    public <R> TableState<R> state(Table<R> table) {
        return log(table).state();
    }

    /** The table as it was at a version. */
    public <R> TableState<R> stateAt(Table<R> table, long version) {
        return log(table).stateAt(version);
    }

    /** Whether the table's log exists. */
    public boolean exists(Table<?> table) {
        Path log = new Path(folder(table), "_delta_log");
        try {
            return storage.fileSystem(log).exists(log);
        } catch (IOException unreachable) {
            throw new LakeException("Table %s cannot be reached".formatted(table.name()), unreachable);
        }
    }

    /** Makes sure that a table exists, if only without rows. */
    public void create(Table<?> table) {
        if (state(table).version() < 0) {
            commit(table, List.of(), List.of());
        }
    }

    /** Adds and removes files in one commit, creating the table where it is the first. */
    public void commit(Table<?> table, List<DataFile> added, List<DataFile> removed) {
        log(table).commit(added, removed);
    }

    /**
     * Brings a table back to an earlier version, as a new commit; does nothing where its files already are those.
     *
     * @param version -1 for a table that did not exist: its rows are removed
     */
    public <R> void restore(Table<R> table, long version) {
        TableState<R> now = state(table);
        if (now.version() <= version) {
            return;
        }
        TableState<R> then = stateAt(table, version);
        List<DataFile> back = lacking(now, then);
        List<DataFile> gone = lacking(then, now);
        if (!back.isEmpty() || !gone.isEmpty()) {
            commit(table, back, gone);
        }
    }

    /** Writes rows as new files of a table, which only a commit makes part of it. */
    public <R> List<DataFile> write(Table<R> table, Iterator<R> rows) {
        try (TableWriter<R> writer = writer(table)) {
            while (rows.hasNext()) {
                writer.add(rows.next());
            }
            return writer.finish();
        } catch (IOException broken) {
            throw new LakeException("A file of table %s could not be written".formatted(table.name()), broken);
        }
    }

    /** Removes files that were written and that no commit made part of the table. */
    public void discard(Table<?> table, List<DataFile> files) {
        for (DataFile file : files) {
            Path path = new Path(folder(table), file.path());
            try {
                storage.fileSystem(path).delete(path, false);
            } catch (IOException broken) {
                throw new LakeException("A file of table %s could not be removed".formatted(table.name()), broken);
            }
        }
    }

    /** A writer of one new file of a table. */
    public <R> TableWriter<R> writer(Table<R> table) {
        return new NewParquetFile<>(storage, folder(table), table.shape());
    }

    /** Writes rows and commits them as all that changes; throws where two of them have one key. */
    public <R> void append(Table<R> table, List<R> rows) {
        TableKey.check(table, rows);
        commit(table, write(table, rows.iterator()), List.of());
    }

    /** Hands each row of some files to {@code sink}. */
    public <R> void scan(TableState<R> state, Consumer<R> sink) {
        scan(state.table(), state.files(), state.table().rowClass(), sink);
    }

    /** Hands each row of some files to {@code sink}, seen through the columns of {@code view}. */
    public <V> void scan(Table<?> table, List<DataFile> files, Class<V> view, Consumer<V> sink) {
        for (DataFile file : files) {
            try (RowIterator<V> rows = iterate(table, file, view)) {
                rows.forEachRemaining(sink);
            }
        }
    }

    /** The rows of one file, seen through the columns of {@code view}; the file is closed after its last row. */
    public <V> RowIterator<V> iterate(Table<?> table, DataFile file, Class<V> view) {
        return open(table, file, table.view(view), RowGate.all());
    }

    /**
     * The rows of one file that {@code wanted} takes, judged by the columns of {@code view} alone: the others are read only
     * so far. The file is closed after its last row.
     */
    public <R, V> RowIterator<R> iterate(Table<R> table, DataFile file, Class<V> view, Predicate<? super V> wanted) {
        BitSet rows = new BitSet();
        int row = 0;
        try (RowIterator<V> seen = iterate(table, file, view)) {
            for (; seen.hasNext(); row++) {
                rows.set(row, wanted.test(seen.next()));
            }
        }
        return rows.isEmpty() ? RowIterator.none() : open(table, file, table.shape(), RowGate.of(rows));
    }

    private <V> RowIterator<V> open(Table<?> table, DataFile file, RecordShape<V> view, RowGate gate) {
        return ParquetRows.open(storage, new Path(folder(table), file.path()), view, gate);
    }

    /** All rows of a table, on the driver: for small tables. */
    public <R> List<R> rows(Table<R> table) {
        List<R> rows = new ArrayList<>();
        scan(state(table), rows::add);
        return rows;
    }

    private <R> TableLog<R> log(Table<R> table) {
        return new TableLog<>(engine, table, folder(table));
    }

    /** The files of another state that a state lacks. */
    private static List<DataFile> lacking(TableState<?> state, TableState<?> other) {
        Set<String> paths = state.files().stream().map(DataFile::path).collect(Collectors.toSet());
        return other.files().stream()
                .filter(file -> !paths.contains(file.path()))
                .toList();
    }
}
