package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.logmill.curation.ingest.object.ObjectForm;
import dev.logmill.curation.ingest.object.ProtobufForm;
import dev.logmill.curation.json.Json;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * OTLP in protobuf, as the JSON that its specification has for the same message: ids in hex, other bytes in base64, integers of
 * 64 bits as text, enums by number.
 */
final class OtlpProtobuf {
    private static final Pattern NAMES = Pattern.compile(".*[.](pb|binpb|bin|proto|otlp)([.](gz|zst))?");
    private static final Set<String> IDS = Set.of("trace_id", "span_id", "parent_span_id");

    private OtlpProtobuf() {}

    /** Whether an object of this name holds protobuf. */
    static boolean isNamed(String name) {
        return NAMES.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    static ObjectForm form() {
        return new ProtobufForm(new OtlpParser(), OtlpProtobuf::object);
    }

    private static ObjectNode object(Message message) {
        ObjectNode object = Json.MAPPER.createObjectNode();
        message.getAllFields().forEach((field, value) -> object.set(field.getJsonName(), field(field, value)));
        return object;
    }

    private static JsonNode field(FieldDescriptor field, Object value) {
        if (!(value instanceof List<?> values)) {
            return single(field, value);
        }
        ArrayNode list = Json.MAPPER.createArrayNode();
        values.forEach(element -> list.add(single(field, element)));
        return list;
    }

    private static JsonNode single(FieldDescriptor field, Object value) {
        var nodes = Json.MAPPER.getNodeFactory();
        return switch (field.getType()) {
            case MESSAGE, GROUP -> object((Message) value);
            case BYTES -> nodes.textNode(bytes(field, (ByteString) value));
            case ENUM -> nodes.numberNode(((EnumValueDescriptor) value).getNumber());
            case INT64, SINT64, SFIXED64 -> nodes.textNode(Long.toString((Long) value));
            case UINT64, FIXED64 -> nodes.textNode(Long.toUnsignedString((Long) value));
            case INT32, SINT32, SFIXED32 -> nodes.numberNode((Integer) value);
            case UINT32, FIXED32 -> nodes.numberNode(Integer.toUnsignedLong((Integer) value));
            case BOOL -> nodes.booleanNode((Boolean) value);
            case DOUBLE -> nodes.numberNode((Double) value);
            case FLOAT -> nodes.numberNode((Float) value);
            case STRING -> nodes.textNode((String) value);
        };
    }

    private static String bytes(FieldDescriptor field, ByteString value) {
        byte[] bytes = value.toByteArray();
        return IDS.contains(field.getName())
                ? HexFormat.of().formatHex(bytes)
                : Base64.getEncoder().encodeToString(bytes);
    }
}
