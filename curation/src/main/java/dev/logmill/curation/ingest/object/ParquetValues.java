package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * Values of Parquet as JSON: groups are objects, lists arrays, maps with texts for keys objects, absent values are left
 * out. Times and dates are texts of ISO 8601 in UTC, decimals numbers with all their digits, bytes that are no UTF-8
 * base64. See the Parquet format, LogicalTypes.md.
 */
final class ParquetValues {
    private static final JsonNodeFactory NODES = Json.MAPPER.getNodeFactory();
    /** Of 1 January 1970 in the count of INT96. */
    private static final long JULIAN_EPOCH = 2_440_588;

    private ParquetValues() {}

    static ObjectNode object(Group group) {
        ObjectNode object = NODES.objectNode();
        GroupType type = group.getType();
        for (int field = 0; field < type.getFieldCount(); field++) {
            int count = group.getFieldRepetitionCount(field);
            Type of = type.getType(field);
            if (of.isRepetition(Type.Repetition.REPEATED)) {
                ArrayNode array = NODES.arrayNode();
                for (int i = 0; i < count; i++) {
                    array.add(value(group, field, i));
                }
                object.set(of.getName(), array);
            } else if (count > 0) {
                object.set(of.getName(), value(group, field, 0));
            }
        }
        return object;
    }

    private static JsonNode value(Group group, int field, int index) {
        Type type = group.getType().getType(field);
        if (type.isPrimitive()) {
            return primitive(group, field, index, type.asPrimitiveType());
        }
        Group inner = group.getGroup(field, index);
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        if (logical instanceof ListLogicalTypeAnnotation) {
            return list(inner);
        }
        return logical instanceof MapLogicalTypeAnnotation ? map(inner) : object(inner);
    }

    /** Three levels, or the two of older writers: then the repeated field is the element. */
    private static JsonNode list(Group list) {
        ArrayNode array = NODES.arrayNode();
        Type repeated = list.getType().getType(0);
        boolean isElement = repeated.isPrimitive()
                || repeated.asGroupType().getFieldCount() != 1
                || repeated.getName().equals("array")
                || repeated.getName().endsWith("_tuple");
        for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
            if (isElement) {
                array.add(value(list, 0, i));
            } else {
                Group element = list.getGroup(0, i);
                array.add(element.getFieldRepetitionCount(0) == 0 ? NODES.nullNode() : value(element, 0, 0));
            }
        }
        return array;
    }

    private static JsonNode map(Group map) {
        ObjectNode object = NODES.objectNode();
        for (int i = 0; i < map.getFieldRepetitionCount(0); i++) {
            Group entry = map.getGroup(0, i);
            String key = value(entry, 0, 0).asText();
            boolean valued = entry.getType().getFieldCount() > 1 && entry.getFieldRepetitionCount(1) > 0;
            object.set(key, valued ? value(entry, 1, 0) : NODES.nullNode());
        }
        return object;
    }

    private static JsonNode primitive(Group group, int field, int index, PrimitiveType type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> NODES.booleanNode(group.getBoolean(field, index));
            case INT32 -> number(group.getInteger(field, index), logical);
            case INT64 -> number(group.getLong(field, index), logical);
            case FLOAT -> real(group.getFloat(field, index), Float.toString(group.getFloat(field, index)));
            case DOUBLE -> real(group.getDouble(field, index), Double.toString(group.getDouble(field, index)));
            case INT96 -> NODES.textNode(instant(group.getInt96(field, index)).toString());
            case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(group.getBinary(field, index), logical);
        };
    }

    private static JsonNode number(long value, LogicalTypeAnnotation logical) {
        if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
            return NODES.textNode(
                    Instant.EPOCH.plus(value, unit(timestamp.getUnit())).toString());
        }
        if (logical instanceof DateLogicalTypeAnnotation) {
            return NODES.textNode(LocalDate.ofEpochDay(value).toString());
        }
        if (logical instanceof TimeLogicalTypeAnnotation time) {
            return NODES.textNode(
                    LocalTime.MIDNIGHT.plus(value, unit(time.getUnit())).toString());
        }
        return logical instanceof DecimalLogicalTypeAnnotation decimal
                ? NODES.numberNode(BigDecimal.valueOf(value, decimal.getScale()))
                : NODES.numberNode(value);
    }

    /** JSON has no number for what is none. */
    private static JsonNode real(double value, String written) {
        return Double.isFinite(value) ? NODES.numberNode(new BigDecimal(written)) : NODES.nullNode();
    }

    private static ChronoUnit unit(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
        };
    }

    private static Instant instant(Binary int96) {
        ByteBuffer bytes = int96.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanosOfDay = bytes.getLong();
        return Instant.EPOCH
                .plus(bytes.getInt() - JULIAN_EPOCH, ChronoUnit.DAYS)
                .plusNanos(nanosOfDay);
    }

    private static JsonNode bytes(Binary value, LogicalTypeAnnotation logical) {
        byte[] bytes = value.getBytes();
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return NODES.numberNode(new BigDecimal(new BigInteger(bytes), decimal.getScale()));
        }
        if (logical instanceof UUIDLogicalTypeAnnotation) {
            ByteBuffer halves = ByteBuffer.wrap(bytes);
            return NODES.textNode(new UUID(halves.getLong(), halves.getLong()).toString());
        }
        try {
            return NODES.textNode(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException binary) {
            return NODES.textNode(Base64.getEncoder().encodeToString(bytes));
        }
    }
}
