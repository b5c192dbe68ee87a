package dev.logmill.curation.lake;

import dev.logmill.curation.table.Table;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.fs.Path;

/**
 * The Delta log of one table, read and written by Delta's own kernel, without a Spark job. The table is checked against its
 * contract each time its log is opened.
 */
final class TableLog<R> {
    private static final String ENGINE = "Logmill";

    private final Engine engine;
    private final Table<R> table;
    private final String folder;

    TableLog(Engine engine, Table<R> table, Path folder) {
        this.engine = engine;
        this.table = table;
        this.folder = folder.toString();
    }

    /** The table as it is now; a table that nothing was written to yet has version -1 and no files. */
    TableState<R> state() {
        try {
            return state(snapshot());
        } catch (TableNotFoundException absent) {
            return new TableState<>(table, -1, List.of());
        }
    }

    /** The table as it was at a version. */
    TableState<R> stateAt(long version) {
        if (version < 0) {
            return new TableState<>(table, -1, List.of());
        }
        return read(
                () -> state(TableManager.loadSnapshot(folder).atVersion(version).build(engine)));
    }

    /** What is read of the log; where it cannot be, the kernel throws whatever it trips over, and names no table. */
    private <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (LakeException | TableNotFoundException told) {
            throw told;
        } catch (RuntimeException broken) {
            String why = broken instanceof KernelException ? broken.getMessage() : "it is damaged";
            throw new LakeException(
                    "The log of table %s, %s/_delta_log, cannot be read (%s); bring the lake back from a copy"
                            .formatted(table.name(), table.name(), why),
                    broken);
        }
    }

    /** Adds and removes files in one commit, creating the table where it is the first. */
    void commit(List<DataFile> added, List<DataFile> removed) {
        StructType schema = DeltaSchema.of(table.shape());
        try {
            Transaction transaction = begin(schema);
            List<Row> actions = new ArrayList<>();
            added.forEach(file -> actions.add(DeltaActions.add(schema, file)));
            removed.forEach(file -> actions.add(DeltaActions.remove(schema, file)));
            TransactionCommitResult result =
                    transaction.commit(engine, CloseableIterable.inMemoryIterable(DeltaActions.iterator(actions)));
            checkpoint(result);
        } catch (IOException broken) {
            throw new LakeException("Table %s could not be checkpointed".formatted(table.name()), broken);
        }
    }

    private Transaction begin(StructType schema) {
        try {
            Snapshot snapshot = snapshot();
            checkContract(snapshot, schema);
            return snapshot.buildUpdateTableTransaction(ENGINE, Operation.WRITE).build(engine);
        } catch (TableNotFoundException absent) {
            return TableManager.buildCreateTableTransaction(folder, schema, ENGINE)
                    .withTableProperties(TableKey.property(table))
                    .build(engine);
        }
    }

    private Snapshot snapshot() {
        return read(() -> TableManager.loadSnapshot(folder).build(engine));
    }

    private TableState<R> state(Snapshot snapshot) {
        checkContract(snapshot, DeltaSchema.of(table.shape()));
        List<DataFile> files = read(() -> DeltaActions.files(engine, snapshot)
                .sorted(Comparator.comparing(DataFile::path))
                .toList());
        return new TableState<>(table, snapshot.getVersion(), files);
    }

    private void checkContract(Snapshot snapshot, StructType schema) {
        List<String> differences = new ArrayList<>(DeltaSchema.differences(snapshot.getSchema(), schema));
        differences.addAll(TableKey.differences(table, snapshot.getTableProperties()));
        if (!differences.isEmpty()) {
            throw new LakeException("Table %s is not the one that this Logmill knows: %s"
                    .formatted(table.name(), String.join("; ", differences)));
        }
    }

    private void checkpoint(TransactionCommitResult result) throws IOException {
        for (PostCommitHook hook : result.getPostCommitHooks()) {
            if (hook.getType() == PostCommitHook.PostCommitHookType.CHECKPOINT) {
                hook.threadSafeInvoke(engine);
            }
        }
    }
}
