package dev.logmill.curation.lake;

import dev.logmill.curation.table.Column;
import dev.logmill.curation.table.ColumnType;
import dev.logmill.curation.table.RecordShape;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FieldMetadata;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.util.ArrayList;
import java.util.List;

/** A record's shape as a Delta schema, comments and NOT NULL included; and what tells two schemas apart. */
final class DeltaSchema {
    private DeltaSchema() {}

    static StructType of(RecordShape<?> shape) {
        List<StructField> fields = new ArrayList<>();
        for (Column column : shape.columns()) {
            FieldMetadata metadata = column.comment().isEmpty()
                    ? FieldMetadata.empty()
                    : FieldMetadata.builder()
                            .putString("comment", column.comment())
                            .build();
            fields.add(new StructField(column.name(), type(column.type()), column.nullable(), metadata));
        }
        return new StructType(fields);
    }

    private static DataType type(ColumnType type) {
        if (type instanceof ColumnType.Struct struct) {
            return of(struct.shape());
        }
        if (type instanceof ColumnType.Sequence sequence) {
            return new ArrayType(type(sequence.element()), false);
        }
        return switch (((ColumnType.Scalar) type).kind()) {
            case TEXT, CHOICE -> StringType.STRING;
            case INT -> IntegerType.INTEGER;
            case LONG -> LongType.LONG;
            case DOUBLE -> DoubleType.DOUBLE;
            case BOOLEAN -> BooleanType.BOOLEAN;
            case INSTANT -> TimestampType.TIMESTAMP;
            case DATE -> DateType.DATE;
        };
    }

    /** What differs between the schema that a table has and the one that its record wants, a sentence each. */
    static List<String> differences(StructType actual, StructType wanted) {
        List<String> differences = new ArrayList<>();
        for (StructField field : wanted.fields()) {
            int index = actual.indexOf(field.getName());
            if (index < 0) {
                differences.add("column %s (%s) is missing".formatted(field.getName(), field.getDataType()));
                continue;
            }
            StructField found = actual.at(index);
            if (!plain(found.getDataType()).equals(plain(field.getDataType()))) {
                differences.add(
                        "column %s is %s, not %s".formatted(field.getName(), found.getDataType(), field.getDataType()));
            } else if (found.isNullable() != field.isNullable()) {
                differences.add("column %s is %s"
                        .formatted(
                                field.getName(),
                                found.isNullable() ? "nullable, not NOT NULL" : "NOT NULL, not nullable"));
            }
        }
        for (StructField field : actual.fields()) {
            if (wanted.indexOf(field.getName()) < 0) {
                differences.add("column %s is none of the record's".formatted(field.getName()));
            }
        }
        return differences;
    }

    /** The type without comments, which may be reworded without breaking a contract. */
    private static String plain(DataType type) {
        if (type instanceof StructType struct) {
            StringBuilder plain = new StringBuilder("struct<");
            struct.fields().forEach(field -> plain.append(field.getName())
                    .append(field.isNullable() ? "?:" : ":")
                    .append(plain(field.getDataType()))
                    .append(','));
            return plain.append('>').toString();
        }
        return type instanceof ArrayType array
                ? "array<%s%s>".formatted(plain(array.getElementType()), array.containsNull() ? "?" : "")
                : type.toString();
    }
}
