package dev.logmill.curation.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What may happen to a log on its way: values of other types, keys that are lost or renamed, values wrapped in lists, in JSON
 * text or in many levels, elements told twice, fields swapped; and then, in half of the cases, bytes flipped, cut, doubled or
 * lost. The same seed makes the same damage.
 */
public final class Mutations {
    /** A text with a person in it, which may come to stand anywhere. */
    static final String PERSONAL = "Mail erika.mustermann@example.org or call +49 170 1234567 now";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Other types, and values at the edges of their own. */
    private static final List<String> OTHERS = List.of(
            "null",
            "true",
            "0",
            "-1",
            "0.5",
            "1e308",
            "1e-400",
            "9223372036854775808",
            "123456789012345678901234567890",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"NaN\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"{\\\"a\\\":\"",
            "\"2026-02-30T25:61:00Z\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[{}]",
            "{\"\":{}}",
            "{\"type\":\"text\"}",
            "{\"role\":7,\"content\":[[{}]]}",
            "\"" + PERSONAL + "\"",
            "\"" + PERSONAL + "\"",
            "[\"" + PERSONAL + "\"]");

    private final Random random;

    private Mutations(long seed) {
        this.random = new Random(seed * 0x9e3779b97f4a7c15L);
    }

    /** An object's bytes, damaged. */
    static byte[] of(byte[] sample, boolean lines, long seed) {
        return new Mutations(seed).mutated(sample, lines);
    }

    /** Bytes that are no text, damaged. */
    public static byte[] torn(byte[] sample, long seed) {
        Mutations mutations = new Mutations(seed);
        byte[] bytes = sample;
        for (int i = mutations.random.nextInt(3); i >= 0; i--) {
            bytes = mutations.torn(bytes);
        }
        return bytes;
    }

    private byte[] mutated(byte[] sample, boolean lines) {
        String text = new String(sample, StandardCharsets.UTF_8);
        List<String> documents = lines ? text.lines().toList() : List.of(text);
        List<String> damaged = new ArrayList<>();
        for (String document : documents) {
            damaged.add(documents.size() == 1 || random.nextBoolean() ? inside(document) : document);
        }
        byte[] bytes = String.join("\n", damaged).getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(5) - 2; i > 0; i--) {
            bytes = torn(bytes);
        }
        return bytes;
    }

    private String inside(String document) {
        try {
            JsonNode holder = NODES.arrayNode().add(Json.parse(document));
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                change(holder);
            }
            return Json.MAPPER.writeValueAsString(holder.path(0));
        } catch (JsonProcessingException broken) {
            return document;
        }
    }

    /** Changes one value, wherever in the document it lies. */
    private void change(JsonNode holder) {
        List<JsonNode> containers = new ArrayList<>();
        collect(holder, containers);
        int which = random.nextInt(containers.size());
        boolean isWhole = which == 0;
        JsonNode chosen = containers.get(which);
        int place = random.nextInt(chosen.size());
        JsonNode old = chosen instanceof ObjectNode object ? object.path(key(object, place)) : chosen.path(place);
        switch (random.nextInt(9)) {
            case 0 -> {
                if (!isWhole) {
                    remove(chosen, place);
                }
            }
            case 1 -> set(chosen, place, NODES.arrayNode().add(old));
            case 2 -> set(chosen, place, NODES.textNode(old.toString()));
            case 3 -> set(chosen, place, deep(old));
            case 4 -> {
                JsonNode other = containers.get(random.nextInt(containers.size()));
                set(
                        chosen,
                        place,
                        (other instanceof ObjectNode object ? object.path(key(object, 0)) : other.path(0)).deepCopy());
            }
            case 5 -> {
                if (chosen instanceof ObjectNode object) {
                    String name = key(object, place);
                    object.set(name.isEmpty() ? "x" : name.substring(random.nextInt(name.length())), old);
                    object.remove(name);
                }
            }
            case 6 -> {
                if (chosen instanceof ArrayNode array && !isWhole) {
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        array.add(old.deepCopy());
                    }
                }
            }
            default -> set(chosen, place, other());
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode() && !node.isEmpty()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static String key(ObjectNode object, int place) {
        return object.properties().stream()
                .skip(place)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static void set(JsonNode container, int place, JsonNode value) {
        if (container instanceof ObjectNode object) {
            object.set(key(object, place), value);
        } else {
            ((ArrayNode) container).set(place, value);
        }
    }

    private static void remove(JsonNode container, int place) {
        if (container instanceof ObjectNode object) {
            object.remove(key(object, place));
        } else {
            ((ArrayNode) container).remove(place);
        }
    }

    private JsonNode deep(JsonNode value) {
        JsonNode wrapped = value;
        for (int i = random.nextInt(60); i >= 0; i--) {
            wrapped = random.nextBoolean()
                    ? NODES.arrayNode().add(wrapped)
                    : NODES.objectNode().set("a", wrapped);
        }
        return wrapped;
    }

    private JsonNode other() {
        try {
            return Json.parse(OTHERS.get(random.nextInt(OTHERS.size())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] torn(byte[] bytes) {
        if (bytes.length < 2) {
            return bytes;
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
        switch (random.nextInt(4)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[from] ^= (byte) (1 << random.nextInt(8));
                return flipped;
            }
            case 1 -> {
                return Arrays.copyOf(bytes, from);
            }
            case 2 -> {
                return joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
            }
            default -> {
                return joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            }
        }
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }
}
