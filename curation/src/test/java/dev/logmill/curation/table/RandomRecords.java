package dev.logmill.curation.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Rows of any contract with every kind of value that it allows, the extreme ones among them. */
public final class RandomRecords {
    private static final List<String> TEXTS = List.of(
            "", "plain", "größer \u65e5\u672c \ud83d\udc4d", "a\u0000b\n\t\"'\\", "x".repeat(5_000), "\u2028\ufeff");
    private static final List<Double> DOUBLES =
            List.of(0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, 0.1);
    private static final List<Long> LONGS = List.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 53);
    private static final Instant EPOCH_MICROS = Instant.parse("2026-11-01T10:00:00.123456Z");

    private final Random random;

    public RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    public <R> R next(RecordShape<R> shape) {
        return shape.of(values(shape));
    }

    private Object[] values(RecordShape<?> shape) {
        return shape.columns().stream()
                .map(column -> column.nullable() ? optional(column.type()) : value(column.type()))
                .toArray();
    }

    private Optional<Object> optional(ColumnType type) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value(type));
    }

    private Object value(ColumnType type) {
        if (type instanceof ColumnType.Struct struct) {
            return next(struct.shape());
        }
        if (type instanceof ColumnType.Sequence sequence) {
            List<Object> elements = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                elements.add(value(sequence.element()));
            }
            return List.copyOf(elements);
        }
        ColumnType.Scalar scalar = (ColumnType.Scalar) type;
        return switch (scalar.kind()) {
            case TEXT -> one(TEXTS) + (random.nextBoolean() ? random.nextInt() : "");
            case CHOICE -> one(List.of(scalar.javaType().getEnumConstants()));
            case INT -> random.nextInt();
            case LONG -> random.nextBoolean() ? one(LONGS) : (Long) random.nextLong();
            case DOUBLE -> random.nextBoolean() ? one(DOUBLES) : (Double) random.nextGaussian();
            case BOOLEAN -> random.nextBoolean();
            case INSTANT -> EPOCH_MICROS.plus(random.nextInt(), ChronoUnit.MILLIS);
            case DATE -> LocalDate.of(1 + random.nextInt(9999), 1 + random.nextInt(12), 1 + random.nextInt(28));
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
