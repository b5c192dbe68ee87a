package dev.logmill.curation.lake;

import io.delta.kernel.Snapshot;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Between {@link DataFile} and the add and remove actions of a Delta log. The one place that knows the kernel's insides. */
final class DeltaActions {
    private static final MapValue NO_PARTITIONS = VectorUtils.stringStringMapValue(Map.of());

    private DeltaActions() {}

    static Row add(StructType schema, DataFile file) {
        return SingleAction.createAddFileSingleAction(addRow(schema, file));
    }

    static Row remove(StructType schema, DataFile file) {
        return SingleAction.createRemoveFileSingleAction(
                new AddFile(addRow(schema, file)).toRemoveFileRow(true, Optional.of(System.currentTimeMillis())));
    }

    private static Row addRow(StructType schema, DataFile file) {
        return AddFile.createAddFileRow(
                schema,
                file.path(),
                NO_PARTITIONS,
                file.bytes(),
                System.currentTimeMillis(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(statistics(schema, file)));
    }

    private static DataFileStatistics statistics(StructType schema, DataFile file) {
        Map<Column, Literal> least = new HashMap<>();
        Map<Column, Literal> greatest = new HashMap<>();
        Map<Column, Long> nulls = new HashMap<>();
        file.ranges().forEach((name, range) -> {
            boolean date = schema.get(name).getDataType() instanceof DateType;
            Column column = new Column(name);
            least.put(column, literal(date, range.least()));
            greatest.put(column, literal(date, range.greatest()));
            nulls.put(column, 0L);
        });
        return new DataFileStatistics(file.rows(), least, greatest, nulls, Optional.of(true));
    }

    private static Literal literal(boolean date, long value) {
        return date ? Literal.ofDate(Math.toIntExact(value)) : Literal.ofLong(value);
    }

    /** The files of a snapshot, with the statistics that the log keeps of them. */
    static Stream<DataFile> files(Engine engine, Snapshot snapshot) {
        List<DataFile> files = new ArrayList<>();
        try (CloseableIterator<FilteredColumnarBatch> batches =
                snapshot.getScanBuilder().build().getScanFiles(engine, true)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> rows = batches.next().getRows()) {
                    while (rows.hasNext()) {
                        Row row = rows.next();
                        AddFile add = new AddFile(row.getStruct(row.getSchema().indexOf("add")));
                        files.add(file(add, snapshot.getSchema()));
                    }
                }
            }
        } catch (IOException broken) {
            throw new LakeException("The log of %s could not be read".formatted(snapshot.getPath()), broken);
        }
        return files.stream();
    }

    private static DataFile file(AddFile add, StructType schema) {
        Map<String, DataFile.Range> ranges = new HashMap<>();
        long rows = -1;
        Optional<DataFileStatistics> statistics = add.getStats(schema);
        if (statistics.isPresent()) {
            rows = statistics.get().getNumRecords();
            Map<Column, Literal> greatest = statistics.get().getMaxValues();
            statistics.get().getMinValues().forEach((column, least) -> {
                Literal most = greatest.get(column);
                if (column.getNames().length == 1 && most != null && isCounted(least)) {
                    ranges.put(column.getNames()[0], new DataFile.Range(number(least), number(most)));
                }
            });
        }
        if (rows < 0) {
            throw new LakeException("File %s carries no row count in the Delta log".formatted(add.getPath()));
        }
        return new DataFile(add.getPath(), add.getSize(), rows, ranges);
    }

    /** Others that write to a table, as compaction does, keep statistics of every column. */
    private static boolean isCounted(Literal literal) {
        return literal.getDataType() instanceof LongType || literal.getDataType() instanceof DateType;
    }

    private static long number(Literal literal) {
        return ((Number) literal.getValue()).longValue();
    }

    static CloseableIterator<Row> iterator(List<Row> rows) {
        return Utils.toCloseableIterator(rows.iterator());
    }
}
