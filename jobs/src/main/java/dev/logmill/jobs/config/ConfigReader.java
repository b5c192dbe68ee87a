package dev.logmill.jobs.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a tree of records from YAML and gathers every problem on the way: unknown keys, missing ones, values of the
 * wrong type, each with the key and what would be accepted.
 *
 * <p>Keys are the components' names in kebab case. A component without a value takes that of the defaults, where there
 * are defaults; else it is missing, unless it is an {@code Optional}, a list or a map. Whatever is wrong, a record is made,
 * with the default or nothing in the wrong value's place: so what it means can be checked too, and all be told at once.
 */
final class ConfigReader {
    private final List<String> problems = new ArrayList<>();

    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The record at a key. */
    <R extends Record> R read(Class<R> type, Optional<R> defaults, JsonNode node, String path) {
        JsonNode keys = node;
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            problems.add("%s must be a mapping of keys, was %s".formatted(name(path), described(node)));
            if (defaults.isPresent()) {
                return defaults.get();
            }
            keys = MissingNode.getInstance();
        }
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknown(components, keys, path);
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String key = kebab(components[i].getName());
            String below = path.isEmpty() ? key : path + "." + key;
            Optional<Object> otherwise = defaults.map(record -> accessed(type, record, components, key));
            values[i] = value(components[i].getGenericType(), otherwise, keys.path(key), below);
        }
        return made(type, components, values);
    }

    private void refuseUnknown(RecordComponent[] components, JsonNode node, String path) {
        List<String> accepted =
                Arrays.stream(components).map(c -> kebab(c.getName())).toList();
        node.properties().forEach(field -> {
            if (!accepted.contains(field.getKey())) {
                String full = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                problems.add("%s is unknown; accepted here: %s".formatted(full, String.join(", ", accepted)));
            }
        });
    }

    private Object value(Type type, Optional<Object> otherwise, JsonNode node, String path) {
        if (type instanceof ParameterizedType generic) {
            return many(generic, otherwise, node, path);
        }
        // In an Optional or a map a number stands boxed; it is read like any other.
        Class<?> plain = MethodType.methodType((Class<?>) type).unwrap().returnType();
        if (plain.isRecord()) {
            return nested(plain.asSubclass(Record.class), otherwise, node, path);
        }
        return plain == JsonNode.class ? node : scalar(new ScalarType(plain), otherwise, node, path);
    }

    private Object many(ParameterizedType type, Optional<Object> otherwise, JsonNode node, String path) {
        boolean absent = isAbsent(node);
        Type element = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (type.getRawType() == Optional.class) {
            return absent ? otherwise.orElse(Optional.empty()) : optional(element, node, path);
        }
        if (type.getRawType() == List.class) {
            return absent ? otherwise.orElse(List.of()) : list(element, node, path);
        }
        return absent ? otherwise.orElse(Map.of()) : map(element, node, path);
    }

    private Object scalar(ScalarType type, Optional<Object> otherwise, JsonNode node, String path) {
        Optional<Object> read = type.read(node);
        if (node.isNull()) {
            problems.add("%s is empty; it must be %s".formatted(path, type.wanted()));
        } else if (node.isMissingNode() && otherwise.isEmpty()) {
            problems.add("%s is missing; it must be %s".formatted(path, type.wanted()));
        } else if (!node.isMissingNode() && read.isEmpty()) {
            problems.add("%s must be %s, was %s".formatted(path, type.wanted(), described(node)));
        }
        return (isAbsent(node) ? Optional.empty() : read).or(() -> otherwise).orElseGet(type::nothing);
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private <R extends Record> R nested(Class<R> type, Optional<Object> otherwise, JsonNode node, String path) {
        return read(type, otherwise.map(type::cast), node, path);
    }

    private Optional<Object> optional(Type element, JsonNode node, String path) {
        int before = problems.size();
        Object value = value(element, Optional.empty(), node, path);
        return problems.size() == before ? Optional.of(value) : Optional.empty();
    }

    private List<Object> list(Type element, JsonNode node, String path) {
        if (!node.isArray()) {
            problems.add("%s must be a list, was %s".formatted(path, described(node)));
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            values.add(value(element, Optional.empty(), node.get(i), "%s[%d]".formatted(path, i)));
        }
        return values;
    }

    private Map<String, Object> map(Type element, JsonNode node, String path) {
        if (!node.isObject()) {
            problems.add("%s must be a mapping of keys, was %s".formatted(path, described(node)));
            return Map.of();
        }
        Map<String, Object> values = new TreeMap<>();
        node.properties()
                .forEach(field ->
                        values.put(field.getKey(), entry(element, field.getValue(), path + "." + field.getKey())));
        return values;
    }

    /** A text in a map is handed on as it is, and may be empty. */
    private Object entry(Type element, JsonNode node, String path) {
        return element == String.class && node.isTextual()
                ? node.textValue()
                : value(element, Optional.empty(), node, path);
    }

    private static String described(JsonNode node) {
        return node.isValueNode() ? "'%s'".formatted(node.asText()) : node.isArray() ? "a list" : "a mapping";
    }

    private static String name(String path) {
        return path.isEmpty() ? "the file" : path;
    }

    private static <R extends Record> Object accessed(
            Class<R> type, R record, RecordComponent[] components, String key) {
        for (int i = 0; i < components.length; i++) {
            if (kebab(components[i].getName()).equals(key)) {
                try {
                    Method accessor = components[i].getAccessor();
                    accessor.setAccessible(true);
                    return accessor.invoke(record);
                } catch (ReflectiveOperationException impossible) {
                    throw new IllegalStateException("%s.%s".formatted(type, key), impossible);
                }
            }
        }
        throw new IllegalStateException("%s has no %s".formatted(type, key));
    }

    private static <R extends Record> R made(Class<R> type, RecordComponent[] components, Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("%s cannot be made".formatted(type), impossible);
        }
    }

    /** A component's name as a key: {@code maxRecordBytes} is {@code max-record-bytes}. */
    static String kebab(String name) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                key.append('-');
            }
            key.append(Character.toLowerCase(c));
        }
        return key.toString();
    }
}
