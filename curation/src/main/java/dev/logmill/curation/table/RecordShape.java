package dev.logmill.curation.table;

import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A record class seen as columns: their names, types and comments, how to take an instance apart and put one together.
 *
 * <p>Worked out once a class. Allowed components: {@code String, int, long, double, boolean, Instant, LocalDate}, enums,
 * {@code Optional}, {@code List} and records of these.
 */
public final class RecordShape<R> implements Serializable {
    private static final Map<Class<?>, RecordShape<?>> SHAPES = new ConcurrentHashMap<>();

    private final Class<R> recordClass;
    private final transient List<Column> columns;
    private final transient MethodHandle[] accessors;
    private final transient MethodHandle constructor;

    private RecordShape(Class<R> recordClass) {
        this.recordClass = recordClass;
        RecordComponent[] components = recordClass.getRecordComponents();
        this.columns = Arrays.stream(components).map(Column::of).toList();
        this.accessors = Arrays.stream(components).map(RecordShape::accessor).toArray(MethodHandle[]::new);
        this.constructor = constructor(recordClass, components);
    }

    /** The shape of a record class; throws where a component has no column type. */
    @SuppressWarnings("unchecked")
    public static <R> RecordShape<R> of(Class<R> recordClass) {
        RecordShape<?> known = SHAPES.get(recordClass);
        if (known == null) {
            known = new RecordShape<>(recordClass);
            SHAPES.put(recordClass, known);
        }
        return (RecordShape<R>) known;
    }

    /** Whether every component of a record class has a column type. */
    public static boolean describes(Class<?> recordClass) {
        try {
            of(recordClass);
            return true;
        } catch (IllegalArgumentException noColumns) {
            return false;
        }
    }

    public Class<R> recordClass() {
        return recordClass;
    }

    /** The columns, in the order of the record's components. */
    public List<Column> columns() {
        return columns;
    }

    /** The value of a column: never null, an absent one is an empty {@code Optional}. */
    public Object value(Object record, int column) {
        try {
            return (Object) accessors[column].invokeExact(record);
        } catch (RuntimeException | Error refused) {
            throw refused;
        } catch (Throwable broken) {
            throw new IllegalStateException(
                    "%s.%s cannot be read"
                            .formatted(
                                    recordClass.getSimpleName(),
                                    columns.get(column).name()),
                    broken);
        }
    }

    /** A record that differs from another in one column. */
    public R with(R record, String column, Object value) {
        Object[] values = new Object[columns.size()];
        boolean found = false;
        for (int i = 0; i < values.length; i++) {
            boolean changes = columns.get(i).name().equals(column);
            values[i] = changes ? value : value(record, i);
            found |= changes;
        }
        if (!found) {
            throw new IllegalArgumentException("%s has no column %s".formatted(recordClass.getSimpleName(), column));
        }
        return of(values);
    }

    /** The record of these values, one a column, as {@link #value} gives them. */
    public R of(Object[] values) {
        try {
            return recordClass.cast(constructor.invoke(values));
        } catch (RuntimeException | Error refused) {
            throw refused;
        } catch (Throwable broken) {
            throw new IllegalStateException("A %s cannot be made".formatted(recordClass.getSimpleName()), broken);
        }
    }

    private Object readResolve() {
        return of(recordClass);
    }

    // A handle and not a Method: reflection would make a class for each of some hundred components, each start anew.
    private static MethodHandle accessor(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        try {
            return MethodHandles.lookup().unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("%s cannot be read".formatted(component), impossible);
        }
    }

    private static MethodHandle constructor(Class<?> recordClass, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var declared = recordClass.getDeclaredConstructor(types);
            declared.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(declared)
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("%s has no canonical constructor".formatted(recordClass), impossible);
        }
    }
}
