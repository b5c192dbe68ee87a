package dev.logmill.curation.lake;

import dev.logmill.curation.table.Column;
import dev.logmill.curation.table.ColumnType;
import dev.logmill.curation.table.RecordShape;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Takes records apart into Parquet columns. */
final class RecordWriteSupport<R> extends WriteSupport<R> {
    private final RecordShape<R> shape;
    private @Nullable RecordConsumer consumer;

    RecordWriteSupport(RecordShape<R> shape) {
        this.shape = shape;
    }

    @Override
    public String getName() {
        return "logmill";
    }

    @Override
    @Deprecated
    public WriteContext init(Configuration configuration) {
        return new WriteContext(ParquetSchema.of(shape), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(ParquetSchema.of(shape), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(R record) {
        RecordConsumer open = Objects.requireNonNull(consumer);
        open.startMessage();
        fields(open, shape, record);
        open.endMessage();
    }

    private static void fields(RecordConsumer consumer, RecordShape<?> shape, Object record) {
        List<Column> columns = shape.columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Object value = shape.value(record, i);
            if (value instanceof Optional<?> optional) {
                if (optional.isEmpty()) {
                    continue;
                }
                value = optional.get();
            }
            consumer.startField(column.name(), i);
            value(consumer, column.type(), value);
            consumer.endField(column.name(), i);
        }
    }

    private static void value(RecordConsumer consumer, ColumnType type, Object value) {
        if (type instanceof ColumnType.Struct struct) {
            consumer.startGroup();
            fields(consumer, struct.shape(), value);
            consumer.endGroup();
        } else if (type instanceof ColumnType.Sequence sequence) {
            list(consumer, sequence, (List<?>) value);
        } else {
            scalar(consumer, ((ColumnType.Scalar) type).kind(), value);
        }
    }

    private static void list(RecordConsumer consumer, ColumnType.Sequence sequence, List<?> elements) {
        consumer.startGroup();
        if (!elements.isEmpty()) {
            consumer.startField("list", 0);
            for (Object element : elements) {
                consumer.startGroup();
                consumer.startField("element", 0);
                value(consumer, sequence.element(), element);
                consumer.endField("element", 0);
                consumer.endGroup();
            }
            consumer.endField("list", 0);
        }
        consumer.endGroup();
    }

    private static void scalar(RecordConsumer consumer, ColumnType.Kind kind, Object value) {
        switch (kind) {
            case TEXT -> consumer.addBinary(Binary.fromString((String) value));
            case CHOICE ->
                consumer.addBinary(Binary.fromString(((Enum<?>) value).name().toLowerCase(Locale.ROOT)));
            case INT -> consumer.addInteger((Integer) value);
            case LONG -> consumer.addLong((Long) value);
            case DOUBLE -> consumer.addDouble((Double) value);
            case BOOLEAN -> consumer.addBoolean((Boolean) value);
            case INSTANT -> consumer.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
            case DATE -> consumer.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
        }
    }
}
