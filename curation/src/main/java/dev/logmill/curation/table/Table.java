package dev.logmill.curation.table;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The contract of one table: the record is its type, its schema, its column comments and its NOT NULL constraints.
 *
 * @param name the folder under the lake's root
 * @param comment what one row is
 * @param key the columns that tell rows apart
 * @param rowClass the record; what is not {@code Optional} is NOT NULL
 */
public record Table<R>(String name, String comment, List<String> key, Class<R> rowClass) implements Serializable {
    public Table {
        key = List.copyOf(key);
        Set<String> known =
                RecordShape.of(rowClass).columns().stream().map(Column::name).collect(Collectors.toSet());
        if (key.isEmpty() || !known.containsAll(key)) {
            throw new IllegalArgumentException("Table %s: key %s is not among its columns".formatted(name, key));
        }
    }

    /** The record as columns. */
    public RecordShape<R> shape() {
        return RecordShape.of(rowClass);
    }

    /** The same table as seen through fewer columns: {@code view} is a record of some of them. */
    public <V> RecordShape<V> view(Class<V> view) {
        RecordShape<V> seen = RecordShape.of(view);
        for (Column column : seen.columns()) {
            boolean same = shape().columns().stream()
                    .anyMatch(own -> own.name().equals(column.name())
                            && own.nullable() == column.nullable()
                            && own.type().equals(column.type()));
            if (!same) {
                throw new IllegalArgumentException(
                        "%s.%s is no column of table %s".formatted(view.getSimpleName(), column.name(), name));
            }
        }
        return seen;
    }
}
