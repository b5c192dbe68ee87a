package dev.logmill.curation.spark;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.logmill.curation.table.Column;
import dev.logmill.curation.table.ColumnType;
import dev.logmill.curation.table.RecordShape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records between executors: column by column, as compact as a table row. */
final class RecordSerializer<R> extends Serializer<R> {
    private final RecordShape<R> shape;

    RecordSerializer(RecordShape<R> shape) {
        super(false, true);
        this.shape = shape;
    }

    @Override
    public void write(Kryo kryo, Output output, R record) {
        fields(output, shape, record);
    }

    @Override
    public R read(Kryo kryo, Input input, Class<R> type) {
        return fields(input, shape);
    }

    static void fields(Output output, RecordShape<?> shape, Object record) {
        List<Column> columns = shape.columns();
        for (int i = 0; i < columns.size(); i++) {
            Object value = shape.value(record, i);
            if (value instanceof Optional<?> optional) {
                output.writeBoolean(optional.isPresent());
                if (optional.isEmpty()) {
                    continue;
                }
                value = optional.get();
            }
            value(output, columns.get(i).type(), value);
        }
    }

    private static void value(Output output, ColumnType type, Object value) {
        if (type instanceof ColumnType.Struct struct) {
            fields(output, struct.shape(), value);
        } else if (type instanceof ColumnType.Sequence sequence) {
            List<?> elements = (List<?>) value;
            output.writeInt(elements.size(), true);
            for (Object element : elements) {
                value(output, sequence.element(), element);
            }
        } else {
            scalar(output, ((ColumnType.Scalar) type).kind(), value);
        }
    }

    /** As the JDK encodes it; Kryo goes over texts that are not ASCII char by char. */
    private static void text(Output output, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        output.writeInt(utf8.length, true);
        output.writeBytes(utf8);
    }

    // Both ends run the same classes, so an ordinal means the same constant; an instant goes as its two halves.
    @SuppressWarnings({"EnumOrdinal", "JavaInstantGetSecondsGetNano"})
    private static void scalar(Output output, ColumnType.Kind kind, Object value) {
        switch (kind) {
            case TEXT -> text(output, (String) value);
            case CHOICE -> output.writeInt(((Enum<?>) value).ordinal(), true);
            case INT -> output.writeInt((Integer) value);
            case LONG -> output.writeLong((Long) value);
            case DOUBLE -> output.writeDouble((Double) value);
            case BOOLEAN -> output.writeBoolean((Boolean) value);
            case INSTANT -> {
                output.writeLong(((Instant) value).getEpochSecond());
                output.writeInt(((Instant) value).getNano(), true);
            }
            case DATE -> output.writeLong(((LocalDate) value).toEpochDay());
        }
    }

    static <S> S fields(Input input, RecordShape<S> shape) {
        List<Column> columns = shape.columns();
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Column column = columns.get(i);
            if (!column.nullable()) {
                values[i] = value(input, column.type());
            } else {
                values[i] = input.readBoolean() ? Optional.of(value(input, column.type())) : Optional.empty();
            }
        }
        return shape.of(values);
    }

    private static Object value(Input input, ColumnType type) {
        if (type instanceof ColumnType.Struct struct) {
            return fields(input, struct.shape());
        }
        if (type instanceof ColumnType.Sequence sequence) {
            int size = input.readInt(true);
            List<Object> elements = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                elements.add(value(input, sequence.element()));
            }
            return elements;
        }
        return scalar(input, (ColumnType.Scalar) type);
    }

    private static Object scalar(Input input, ColumnType.Scalar type) {
        return switch (type.kind()) {
            case TEXT -> new String(input.readBytes(input.readInt(true)), StandardCharsets.UTF_8);
            case CHOICE -> type.javaType().getEnumConstants()[input.readInt(true)];
            case INT -> input.readInt();
            case LONG -> input.readLong();
            case DOUBLE -> input.readDouble();
            case BOOLEAN -> input.readBoolean();
            case INSTANT -> Instant.ofEpochSecond(input.readLong(), input.readInt(true));
            case DATE -> LocalDate.ofEpochDay(input.readLong());
        };
    }
}
