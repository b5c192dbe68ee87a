package dev.logmill.curation.table;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One column of a record.
 *
 * @param name in snake case
 * @param nullable the component is an {@code Optional}
 * @param comment what it holds, from {@link Doc}
 */
public record Column(String name, ColumnType type, boolean nullable, String comment) {
    private static final Map<Class<?>, ColumnType.Kind> KINDS = Map.of(
            String.class, ColumnType.Kind.TEXT,
            int.class, ColumnType.Kind.INT,
            Integer.class, ColumnType.Kind.INT,
            long.class, ColumnType.Kind.LONG,
            Long.class, ColumnType.Kind.LONG,
            double.class, ColumnType.Kind.DOUBLE,
            Double.class, ColumnType.Kind.DOUBLE,
            Instant.class, ColumnType.Kind.INSTANT,
            LocalDate.class, ColumnType.Kind.DATE);

    /** The column of a component; throws where there is none for its type. */
    static Column of(RecordComponent component) {
        Doc doc = component.getAnnotation(Doc.class);
        Type type = component.getGenericType();
        boolean optional = component.getType() == Optional.class;
        return new Column(
                snakeCase(component.getName()),
                columnType(optional ? argument(type) : type, component),
                optional,
                doc == null ? "" : doc.value());
    }

    private static ColumnType columnType(Type type, RecordComponent component) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return new ColumnType.Sequence(columnType(argument(type), component));
        }
        if (type instanceof Class<?> plain) {
            if (plain.isRecord()) {
                return new ColumnType.Struct(RecordShape.of(plain));
            }
            if (plain.isEnum()) {
                return new ColumnType.Scalar(ColumnType.Kind.CHOICE, plain);
            }
            ColumnType.Kind kind =
                    plain == boolean.class || plain == Boolean.class ? ColumnType.Kind.BOOLEAN : KINDS.get(plain);
            if (kind != null) {
                return new ColumnType.Scalar(kind, plain);
            }
        }
        throw new IllegalArgumentException("%s.%s: %s has no column type"
                .formatted(component.getDeclaringRecord().getSimpleName(), component.getName(), type));
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                snake.append('_');
            }
            snake.append(c);
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }
}
