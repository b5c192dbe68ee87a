package dev.logmill.jobs.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The template of {@code init} with every key that it shows in force, and what of it a reader's record holds. */
final class Uncommented {
    private static final Pattern KEY =
            Pattern.compile("(?m)^( *)# ( {0,9})(?:# ?)?((?:- )?[a-z][a-z.-]*:(?: .*)?|- \\{.*)$");

    /** A key that is empty where nothing is written, with an example beside it. */
    private static final Pattern EXAMPLE = Pattern.compile("(?m): (?:\\[]|\\{}) +#.* e\\.g\\. ([^;\\n]*).*$");

    private Uncommented() {}

    static String of(String template) {
        String keys = KEY.matcher(template).replaceAll("$1$2$3");
        return EXAMPLE.matcher(keys).replaceAll(": $1").replaceFirst("(?m)^sources: \\[]$", "sources:");
    }

    /** Keys whose value is not what a reader made of it. */
    static List<String> lost(JsonNode written, Object read, String path) {
        if (read instanceof Optional<?> maybe) {
            return maybe.map(value -> lost(written, value, path)).orElse(List.of(path));
        }
        List<String> lost = new ArrayList<>();
        if (written.isObject() && !(read instanceof JsonNode)) {
            written.properties()
                    .forEach(key ->
                            lost.addAll(lost(key.getValue(), below(read, key.getKey()), path + "." + key.getKey())));
        } else if (written.isArray() && read instanceof List<?> list && list.size() == written.size()) {
            for (int i = 0; i < list.size(); i++) {
                lost.addAll(lost(written.get(i), list.get(i), path + "[" + i + "]"));
            }
        } else if (!written.isNull() && !isSame(written, read)) {
            lost.add(path);
        }
        return lost;
    }

    private static Object below(Object read, String key) {
        if (read instanceof Map<?, ?> map) {
            return Optional.ofNullable(map.get(key));
        }
        try {
            for (RecordComponent component : read.getClass().getRecordComponents()) {
                if (ConfigReader.kebab(component.getName()).equals(key)) {
                    component.getAccessor().setAccessible(true);
                    return component.getAccessor().invoke(read);
                }
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(key, impossible);
        }
        return Optional.empty();
    }

    private static boolean isSame(JsonNode written, Object read) {
        if (read instanceof Number number) {
            return written.isNumber() && written.doubleValue() == number.doubleValue();
        }
        if (read instanceof Enum<?> constant) {
            return written.asText()
                    .equals(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return read instanceof JsonNode
                ? read.equals(written)
                : written.asText().equals(read.toString());
    }

    /** Components of a record, and of the records in it, that are a key nowhere. */
    static List<String> unnamed(Class<?> type, List<JsonNode> written, String path) {
        List<String> unnamed = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String key = ConfigReader.kebab(component.getName());
            List<JsonNode> values = written.stream()
                    .filter(node -> node.has(key))
                    .map(node -> node.get(key))
                    .toList();
            if (values.isEmpty()) {
                unnamed.add(path + "." + key);
            }
            record(component.getGenericType())
                    .ifPresent(record -> unnamed.addAll(unnamed(record, nodes(record, values), path + "." + key)));
        }
        return unnamed;
    }

    /** The record that a component is, or holds. */
    private static Optional<Class<?>> record(Type type) {
        Type element = type instanceof ParameterizedType generic
                ? generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]
                : type;
        return Optional.<Class<?>>of((Class<?>) element).filter(Class::isRecord);
    }

    /** The nodes of a record: the values, or what the lists and maps among them hold. */
    private static List<JsonNode> nodes(Class<?> record, List<JsonNode> values) {
        List<String> keys = Arrays.stream(record.getRecordComponents())
                .map(component -> ConfigReader.kebab(component.getName()))
                .toList();
        List<JsonNode> nodes = new ArrayList<>();
        for (JsonNode value : values) {
            boolean holds = value.isArray() || keys.stream().noneMatch(value::has);
            (holds ? value : List.of(value)).forEach(nodes::add);
        }
        return nodes;
    }
}
