package dev.logmill.curation.lake;

import dev.logmill.curation.table.Column;
import dev.logmill.curation.table.ColumnType;
import dev.logmill.curation.table.RecordShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.jspecify.annotations.Nullable;

/** Puts Parquet columns together into one record, and hands it on. */
final class RecordConverter extends GroupConverter {
    private final RecordShape<?> shape;
    private final RowGate gate;
    private final Consumer<Object> sink;
    private final Converter[] converters;
    private final @Nullable Object[] values;

    RecordConverter(RecordShape<?> shape, RowGate gate, Consumer<Object> sink) {
        this.shape = shape;
        this.gate = gate;
        this.sink = sink;
        List<Column> columns = shape.columns();
        this.values = new Object[columns.size()];
        this.converters = new Converter[columns.size()];
        for (int i = 0; i < converters.length; i++) {
            int column = i;
            converters[i] = converter(columns.get(i).type(), gate, value -> values[column] = value);
        }
    }

    @Override
    public Converter getConverter(int fieldIndex) {
        return converters[fieldIndex];
    }

    @Override
    public void start() {
        Arrays.fill(values, null);
    }

    @Override
    public void end() {
        if (!gate.isOpen()) {
            return;
        }
        Object[] present = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            Column column = shape.columns().get(i);
            Object value = values[i];
            if (column.nullable()) {
                present[i] = Optional.ofNullable(value);
            } else if (value == null) {
                throw new IllegalStateException("Column %s is NOT NULL and holds a null".formatted(column.name()));
            } else {
                present[i] = value;
            }
        }
        sink.accept(shape.of(present));
    }

    private static Converter converter(ColumnType type, RowGate gate, Consumer<Object> sink) {
        if (type instanceof ColumnType.Struct struct) {
            return new RecordConverter(struct.shape(), gate, sink);
        }
        if (type instanceof ColumnType.Sequence sequence) {
            return new ListConverter(sequence, gate, sink);
        }
        return new ScalarConverter((ColumnType.Scalar) type, gate, sink);
    }

    /** A three-level list: {@code list.element}. */
    private static final class ListConverter extends GroupConverter {
        private final Consumer<Object> sink;
        private final GroupConverter entry;
        private List<Object> elements = new ArrayList<>();

        ListConverter(ColumnType.Sequence sequence, RowGate gate, Consumer<Object> sink) {
            this.sink = sink;
            Converter element = converter(sequence.element(), gate, value -> elements.add(value));
            this.entry = new GroupConverter() {
                @Override
                public Converter getConverter(int fieldIndex) {
                    return element;
                }

                @Override
                public void start() {}

                @Override
                public void end() {}
            };
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return entry;
        }

        @Override
        public void start() {
            elements = new ArrayList<>();
        }

        @Override
        public void end() {
            sink.accept(List.copyOf(elements));
        }
    }
}
