package dev.logmill.jobs.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A digest of settings as they hold: defaults count as if they were written, so what is written for its own sake changes
 * nothing, and a default that changes with the code does.
 */
public final class SettingsDigest {
    private SettingsDigest() {}

    /** SHA-256 of these settings, hex. */
    public static String of(Object... settings) {
        return Digest.of(Json.canonical(tree(List.of(settings)))).hex();
    }

    private static JsonNode tree(Object value) {
        if (value instanceof JsonNode tree) {
            return tree;
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(SettingsDigest::tree).orElse(JsonNodeFactory.instance.nullNode());
        }
        if (value instanceof List<?> list) {
            ArrayNode array = Json.MAPPER.createArrayNode();
            list.forEach(element -> array.add(tree(element)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = Json.MAPPER.createObjectNode();
            map.forEach((key, element) -> object.set(key.toString(), tree(element)));
            return object;
        }
        if (value instanceof Enum<?> constant) {
            return JsonNodeFactory.instance.textNode(constant.name().toLowerCase(Locale.ROOT));
        }
        return value instanceof Record record ? fields(record) : Json.MAPPER.valueToTree(value);
    }

    private static JsonNode fields(Record record) {
        ObjectNode object = Json.MAPPER.createObjectNode();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                object.set(component.getName(), tree(accessor.invoke(record)));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("%s cannot be read".formatted(component), impossible);
            }
        }
        return object;
    }
}
