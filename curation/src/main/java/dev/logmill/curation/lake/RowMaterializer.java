package dev.logmill.curation.lake;

import dev.logmill.curation.table.RecordShape;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.jspecify.annotations.Nullable;

/** Puts one row after the other together, where the gate lets it through. */
final class RowMaterializer<V> extends RecordMaterializer<V> {
    private final GroupConverter root;
    private @Nullable V current;

    RowMaterializer(RecordShape<V> view, RowGate gate) {
        RecordConverter record = new RecordConverter(
                view, gate, row -> current = view.recordClass().cast(row));
        this.root = new GroupConverter() {
            @Override
            public Converter getConverter(int fieldIndex) {
                return record.getConverter(fieldIndex);
            }

            @Override
            public void start() {
                gate.next();
                current = null;
                record.start();
            }

            @Override
            public void end() {
                record.end();
            }
        };
    }

    /** The row; Parquet's reader passes over one that is none. */
    @Override
    public @Nullable V getCurrentRecord() {
        return current;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }
}
