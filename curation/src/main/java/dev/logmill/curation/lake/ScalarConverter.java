package dev.logmill.curation.lake;

import dev.logmill.curation.table.ColumnType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** One Parquet value as the Java value of its column. Dictionary entries are decoded once. */
final class ScalarConverter extends PrimitiveConverter {
    private final ColumnType.Scalar type;
    private final RowGate gate;
    private final Consumer<Object> sink;
    private Object[] decoded = {};

    ScalarConverter(ColumnType.Scalar type, RowGate gate, Consumer<Object> sink) {
        this.type = type;
        this.gate = gate;
        this.sink = sink;
    }

    @Override
    public boolean hasDictionarySupport() {
        return type.kind() == ColumnType.Kind.TEXT || type.kind() == ColumnType.Kind.CHOICE;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
        decoded = new Object[dictionary.getMaxId() + 1];
        for (int i = 0; i < decoded.length; i++) {
            decoded[i] = decode(dictionary.decodeToBinary(i));
        }
    }

    @Override
    public void addValueFromDictionary(int dictionaryId) {
        sink.accept(decoded[dictionaryId]);
    }

    @Override
    public void addBinary(Binary value) {
        if (gate.isOpen()) {
            sink.accept(decode(value));
        }
    }

    @Override
    public void addInt(int value) {
        sink.accept(type.kind() == ColumnType.Kind.DATE ? LocalDate.ofEpochDay(value) : (Object) value);
    }

    @Override
    public void addLong(long value) {
        sink.accept(
                type.kind() == ColumnType.Kind.INSTANT ? Instant.EPOCH.plus(value, ChronoUnit.MICROS) : (Object) value);
    }

    @Override
    public void addDouble(double value) {
        sink.accept(value);
    }

    @Override
    public void addBoolean(boolean value) {
        sink.accept(value);
    }

    private Object decode(Binary value) {
        // Parquet's own goes through a decoder, several times slower for the ids that most columns hold.
        String text = new String(value.getBytesUnsafe(), StandardCharsets.UTF_8);
        return type.kind() == ColumnType.Kind.CHOICE ? constant(text) : text;
    }

    private Object constant(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        for (Object constant : type.javaType().getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(wanted)) {
                return constant;
            }
        }
        throw new IllegalStateException("'%s' is none of the constants of %s"
                .formatted(name, type.javaType().getSimpleName()));
    }
}
