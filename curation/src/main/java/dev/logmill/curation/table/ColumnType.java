package dev.logmill.curation.table;

/** The type of a column: a scalar, a nested record, or a list. */
public sealed interface ColumnType {
    /** A single value. */
    record Scalar(Kind kind, Class<?> javaType) implements ColumnType {}

    /** A nested record. */
    record Struct(RecordShape<?> shape) implements ColumnType {}

    /** A list whose elements are never absent. */
    record Sequence(ColumnType element) implements ColumnType {}

    /** What a scalar holds. */
    enum Kind {
        TEXT,
        /** One of an enum's constants, kept as its name in lower case. */
        CHOICE,
        INT,
        LONG,
        DOUBLE,
        BOOLEAN,
        /** An instant, microseconds, UTC. */
        INSTANT,
        DATE
    }
}
