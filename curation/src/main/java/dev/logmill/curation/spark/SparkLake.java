package dev.logmill.curation.spark;

import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.RowIterator;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.lake.TableState;
import dev.logmill.curation.table.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** The lake's tables as distributed records. */
public final class SparkLake {
    private final Supplier<JavaSparkContext> starting;
    private final Lake lake;
    private @Nullable JavaSparkContext spark;

    /** Tables of a lake; {@code starting} is asked for Spark once, when something is first read or written with it. */
    public SparkLake(Supplier<JavaSparkContext> starting, Lake lake) {
        this.starting = starting;
        this.lake = lake;
    }

    public JavaSparkContext spark() {
        JavaSparkContext started = spark == null ? starting.get() : spark;
        spark = started;
        return started;
    }

    public Lake lake() {
        return lake;
    }

    /** Where the lake is, in a form that travels to executors. */
    public record Place(String root, StorageSettings storage) implements Serializable {
        public Lake open() {
            return new Lake(root, storage);
        }
    }

    public Place place() {
        return new Place(lake.root(), lake.storage());
    }

    /** The rows of some files. */
    public <R> JavaRDD<R> read(Table<R> table, List<DataFile> files) {
        return read(table, files, table.rowClass());
    }

    /** The rows of some files, seen through the columns of {@code view}; only these are read. */
    public <V> JavaRDD<V> read(Table<?> table, List<DataFile> files, Class<V> view) {
        return rows(files, (lake, file) -> lake.iterate(table, file, view)).setName("read " + table.name());
    }

    /** Says by some columns of a row whether all of it is wanted. */
    public interface Wanted<V> extends Predicate<V>, Serializable {}

    /**
     * The rows of some files that {@code wanted} takes by the columns of {@code view}. Of the others nothing else is read,
     * so that what tonight needs of history is found by its keys.
     */
    public <R, V> JavaRDD<R> read(Table<R> table, List<DataFile> files, Class<V> view, Wanted<V> wanted) {
        return rows(files, (lake, file) -> lake.iterate(table, file, view, wanted))
                .setName("find in " + table.name());
    }

    private interface Reading<T> extends Serializable {
        RowIterator<T> rows(Lake lake, DataFile file);
    }

    private <T> JavaRDD<T> rows(List<DataFile> files, Reading<T> reading) {
        if (files.isEmpty()) {
            return spark().emptyRDD();
        }
        Place place = place();
        return sliced(files).mapPartitions(some -> {
            Lake lake = place.open();
            return untilTheTaskEnds(new FileRows<>(some, file -> reading.rows(lake, file)));
        });
    }

    /** A task that fails or has enough leaves its file open, and its end closes it. */
    private static <I extends Iterator<?> & AutoCloseable> I untilTheTaskEnds(I rows) {
        TaskContext.get().addTaskCompletionListener(ended -> {
            try {
                rows.close();
            } catch (Exception unclosed) {
                throw new IllegalStateException("A file could not be closed", unclosed);
            }
        });
        return rows;
    }

    private JavaRDD<DataFile> sliced(List<DataFile> files) {
        return spark().parallelize(files, Math.min(files.size(), Math.max(1, spark().defaultParallelism() * 4)));
    }

    /** The rows of some files under their file's index, seen through the columns of {@code view}. */
    public <V> JavaPairRDD<Integer, V> readNumbered(Table<?> table, List<DataFile> files, Class<V> view) {
        if (files.isEmpty()) {
            return JavaPairRDD.fromJavaRDD(spark().emptyRDD());
        }
        Place place = place();
        List<Integer> indexes = IntStream.range(0, files.size()).boxed().toList();
        List<DataFile> listed = List.copyOf(files);
        return spark().parallelize(indexes, Math.min(files.size(), Math.max(1, spark().defaultParallelism() * 4)))
                .flatMapToPair(index -> {
                    Iterable<V> once = () -> untilTheTaskEnds(place.open().iterate(table, listed.get(index), view));
                    return StreamSupport.stream(once.spliterator(), false)
                            .map(row -> new Tuple2<>(index, row))
                            .iterator();
                });
    }

    /** Rows whose batch is after one already worked off. */
    public <R> JavaRDD<R> since(TableState<R> state, long batch, Function<R, Long> batchOf) {
        List<DataFile> files = state.files().stream()
                .filter(file -> file.mayHold("batch", batch + 1, Long.MAX_VALUE))
                .toList();
        return read(state.table(), files).filter(row -> batchOf.call(row) > batch);
    }

    /** Writes rows as new files of a table, one a partition at most; a commit makes them part of it. */
    public <R> List<DataFile> write(Table<R> table, JavaRDD<R> rows) {
        Place place = place();
        JavaRDD<DataFile> files =
                rows.mapPartitions(some -> place.open().write(table, some).iterator());
        return new ArrayList<>(files.setName("write " + table.name()).collect());
    }

    /**
     * The files that hold a row to be taken out, told by the columns of {@code view}, and new files with what stays of
     * them: what a commit needs to replace rows. Files that hold none are left alone.
     */
    public <R, V> Rewrite without(Table<R> table, List<DataFile> files, Class<V> view, Wanted<V> gone) {
        if (files.isEmpty()) {
            return Rewrite.NONE;
        }
        Place place = place();
        List<DataFile> touched = sliced(files)
                .filter(file -> holds(place.open(), table, file, view, gone))
                .collect();
        if (touched.isEmpty()) {
            return Rewrite.NONE;
        }
        return new Rewrite(touched, write(table, read(table, touched, view, row -> !gone.test(row))));
    }

    /** Files to remove, and the files that take their place. */
    public record Rewrite(List<DataFile> removed, List<DataFile> added) {
        public static final Rewrite NONE = new Rewrite(List.of(), List.of());

        /** Makes it part of a table, with new files beside it. */
        public void commit(Lake lake, Table<?> table, List<DataFile> made) {
            List<DataFile> all = new ArrayList<>(made);
            all.addAll(added);
            lake.commit(table, all, removed);
        }
    }

    private static <V> boolean holds(Lake lake, Table<?> table, DataFile file, Class<V> view, Wanted<V> gone) {
        try (RowIterator<V> rows = lake.iterate(table, file, view)) {
            boolean found = false;
            while (rows.hasNext() && !found) {
                found = gone.test(rows.next());
            }
            return found;
        }
    }
}
