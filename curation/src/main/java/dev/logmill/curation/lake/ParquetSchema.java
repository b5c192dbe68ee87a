package dev.logmill.curation.lake;

import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MICROS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import dev.logmill.curation.table.Column;
import dev.logmill.curation.table.ColumnType;
import dev.logmill.curation.table.RecordShape;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** A record's shape as a Parquet schema: three-level lists, microseconds in UTC. */
final class ParquetSchema {
    private ParquetSchema() {}

    static MessageType of(RecordShape<?> shape) {
        return new MessageType("row", fields(shape));
    }

    private static List<Type> fields(RecordShape<?> shape) {
        return shape.columns().stream().map(ParquetSchema::field).toList();
    }

    private static Type field(Column column) {
        Repetition repetition = column.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
        return type(column.type(), repetition, column.name());
    }

    private static Type type(ColumnType type, Repetition repetition, String name) {
        if (type instanceof ColumnType.Struct struct) {
            return Types.buildGroup(repetition)
                    .addFields(fields(struct.shape()).toArray(Type[]::new))
                    .named(name);
        }
        if (type instanceof ColumnType.Sequence sequence) {
            return Types.list(repetition)
                    .element(type(sequence.element(), Repetition.REQUIRED, "element"))
                    .named(name);
        }
        return scalar(((ColumnType.Scalar) type).kind(), repetition, name);
    }

    private static Type scalar(ColumnType.Kind kind, Repetition repetition, String name) {
        return switch (kind) {
            case TEXT, CHOICE ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(stringType())
                        .named(name);
            case INT -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(name);
            case LONG -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
            case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
            case BOOLEAN ->
                Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
            case INSTANT ->
                Types.primitive(PrimitiveTypeName.INT64, repetition)
                        .as(timestampType(true, MICROS))
                        .named(name);
            case DATE ->
                Types.primitive(PrimitiveTypeName.INT32, repetition)
                        .as(dateType())
                        .named(name);
        };
    }
}
