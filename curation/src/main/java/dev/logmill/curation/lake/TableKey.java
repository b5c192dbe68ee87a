package dev.logmill.curation.lake;

import dev.logmill.curation.table.Column;
import dev.logmill.curation.table.RecordShape;
import dev.logmill.curation.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A table's key: kept beside its schema as a property of the Delta table, and held against rows that are at hand. */
final class TableKey {
    private static final String PROPERTY = "logmill.key";

    private TableKey() {}

    static Map<String, String> property(Table<?> table) {
        return Map.of(PROPERTY, text(table));
    }

    /** What differs between the key that a table was made with and its contract's, a sentence each. */
    static List<String> differences(Table<?> table, Map<String, String> properties) {
        String found = properties.getOrDefault(PROPERTY, "not told");
        return found.equals(text(table)) ? List.of() : List.of("its key is %s, not %s".formatted(found, text(table)));
    }

    /** Throws where two rows have one key; ids may tell of persons, so it names none. */
    static <R> void check(Table<R> table, List<R> rows) {
        RecordShape<R> shape = table.shape();
        List<String> names = shape.columns().stream().map(Column::name).toList();
        int[] columns = table.key().stream().mapToInt(names::indexOf).toArray();
        Set<List<Object>> keys = new HashSet<>();
        for (R row : rows) {
            Object[] key = new Object[columns.length];
            for (int i = 0; i < key.length; i++) {
                key[i] = shape.value(row, columns[i]);
            }
            if (!keys.add(List.of(key))) {
                throw new LakeException("Row %d of %d for table %s has the key (%s) of a row before it"
                        .formatted(keys.size() + 1, rows.size(), table.name(), text(table)));
            }
        }
    }

    private static String text(Table<?> table) {
        return String.join(", ", table.key());
    }
}
