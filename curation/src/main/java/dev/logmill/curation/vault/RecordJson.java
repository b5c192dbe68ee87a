package dev.logmill.curation.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.table.Column;
import dev.logmill.curation.table.ColumnType;
import dev.logmill.curation.table.RecordShape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A record as JSON under the names of its columns; what is absent is left out. */
final class RecordJson {
    private RecordJson() {}

    static String of(RecordShape<?> shape, Object record) {
        return object(shape, record).toString();
    }

    private static ObjectNode object(RecordShape<?> shape, Object record) {
        ObjectNode object = Json.MAPPER.createObjectNode();
        for (int i = 0; i < shape.columns().size(); i++) {
            Column column = shape.columns().get(i);
            Object value = shape.value(record, i);
            Optional<?> present = value instanceof Optional<?> optional ? optional : Optional.of(value);
            present.ifPresent(known -> object.set(column.name(), node(column.type(), known)));
        }
        return object;
    }

    private static JsonNode node(ColumnType type, Object value) {
        if (type instanceof ColumnType.Struct struct) {
            return object(struct.shape(), value);
        }
        if (type instanceof ColumnType.Sequence sequence) {
            ArrayNode array = Json.MAPPER.createArrayNode();
            ((List<?>) value).forEach(element -> array.add(node(sequence.element(), element)));
            return array;
        }
        return scalar(((ColumnType.Scalar) type).kind(), value);
    }

    private static JsonNode scalar(ColumnType.Kind kind, Object value) {
        return switch (kind) {
            case CHOICE -> TextNode.valueOf(((Enum<?>) value).name().toLowerCase(Locale.ROOT));
            case TEXT, INSTANT, DATE -> TextNode.valueOf(value.toString());
            case INT, LONG, DOUBLE, BOOLEAN -> Json.MAPPER.valueToTree(value);
        };
    }
}
