package dev.logmill.curation.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.table.RandomRecords;
import dev.logmill.curation.table.RecordShape;
import dev.logmill.curation.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row of any table is the same again after a shuffle, and after it lay in the lake. */
class RecordSerializerTest {
    @TempDir
    Path folder;

    static Stream<Table<?>> tables() {
        return Stream.of(
                CurationTables.LEDGER,
                CurationTables.SPANS,
                CurationTables.SIGNALS,
                CurationTables.QUARANTINE,
                CurationTables.RUNS,
                CurationTables.PAIRS,
                CurationTables.PROVENANCE,
                CurationTables.REJECTIONS,
                CurationTables.SPLITS,
                CurationTables.LEAK_KEYS,
                CurationTables.AGENTS,
                CurationTables.LABELS,
                CurationTables.PREFERENCES);
    }

    @ParameterizedTest
    @MethodSource("tables")
    <R> void everyRowComesBackFromAShuffle(Table<R> table) throws IOException {
        RecordShape<R> shape = table.shape();
        RecordSerializer<R> serializer = new RecordSerializer<>(shape);
        List<R> rows = rows(table, 100);
        Output output = new Output(1 << 16, -1);
        rows.forEach(row -> serializer.write(new Kryo(), output, row));
        Input input = new Input(output.toBytes());
        List<R> back = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            back.add(serializer.read(new Kryo(), input, shape.recordClass()));
        }
        // Not shown where they differ: they are too large.
        assertThat(back.equals(rows)).isTrue();
        assertThat(input.available()).as("bytes left").isZero();
    }

    @ParameterizedTest
    @MethodSource("tables")
    <R> void everyRowComesBackFromTheLake(Table<R> table) {
        Lake lake = new Lake(folder.toString(), StorageSettings.defaults());
        List<R> rows = rows(table, 20);
        // Invented keys repeat, which an append would refuse.
        lake.commit(table, lake.write(table, rows.iterator()), List.of());
        assertThat(new HashSet<>(lake.rows(table)).equals(new HashSet<>(rows))).isTrue();
    }

    private static <R> List<R> rows(Table<R> table, int count) {
        RandomRecords random = new RandomRecords(table.name().hashCode());
        List<R> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(random.next(table.shape()));
        }
        return rows;
    }
}
