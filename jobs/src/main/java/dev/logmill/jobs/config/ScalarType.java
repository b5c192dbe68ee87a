package dev.logmill.jobs.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A type of value that one text, number or truth value of YAML stands for. */
record ScalarType(Class<?> type) {
    /** The value; nothing where it is of another type. */
    Optional<Object> read(JsonNode node) {
        if (type == String.class && node.isValueNode() && !node.asText().isBlank()) {
            return Optional.of(node.asText());
        }
        if (type == boolean.class && node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        if (type == int.class && node.canConvertToInt() && node.isIntegralNumber()) {
            return Optional.of(node.intValue());
        }
        if (type == long.class && node.canConvertToLong() && node.isIntegralNumber()) {
            return Optional.of(node.longValue());
        }
        if (type == double.class && node.isNumber()) {
            return Optional.of(node.doubleValue());
        }
        return type.isEnum() && node.isTextual() ? constant(node.textValue()) : Optional.empty();
    }

    private Optional<Object> constant(String name) {
        return Arrays.stream(type.getEnumConstants())
                .map(Object.class::cast)
                .filter(constant -> kebab(constant).equals(name))
                .findFirst();
    }

    /** What stands in a wrong value's place where there is no default. */
    Object nothing() {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == boolean.class) {
            return false;
        }
        return type == int.class
                ? (Object) 0
                : type == long.class ? (Object) 0L : type == double.class ? (Object) 0.0 : "";
    }

    /** What would be right, in words. */
    String wanted() {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(ScalarType::kebab)
                            .collect(Collectors.joining(", "));
        }
        if (type == int.class || type == long.class) {
            return "a whole number";
        }
        if (type == double.class) {
            return "a number";
        }
        return type == boolean.class ? "true or false" : "a text";
    }

    private static String kebab(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
