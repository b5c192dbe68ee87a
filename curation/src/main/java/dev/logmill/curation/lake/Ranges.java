package dev.logmill.curation.lake;

import dev.logmill.curation.table.Column;
import dev.logmill.curation.table.ColumnType;
import dev.logmill.curation.table.RecordShape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Smallest and greatest value of the columns that may have statistics. */
final class Ranges {
    private final RecordShape<?> shape;
    private final List<Integer> counted = new ArrayList<>();
    private final Map<String, DataFile.Range> found = new HashMap<>();

    Ranges(RecordShape<?> shape) {
        this.shape = shape;
        List<Column> columns = shape.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).nullable()
                    && columns.get(i).type() instanceof ColumnType.Scalar scalar
                    && (scalar.kind() == ColumnType.Kind.LONG || scalar.kind() == ColumnType.Kind.DATE)) {
                counted.add(i);
            }
        }
    }

    void add(Object row) {
        for (int column : counted) {
            Object value = shape.value(row, column);
            long number = value instanceof LocalDate date ? date.toEpochDay() : (Long) value;
            found.merge(
                    shape.columns().get(column).name(),
                    new DataFile.Range(number, number),
                    (range, one) -> range.including(one.least()));
        }
    }

    Map<String, DataFile.Range> found() {
        return found;
    }
}
