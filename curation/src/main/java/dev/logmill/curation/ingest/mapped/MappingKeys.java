package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The keys of one block of a mapping: what is asked for is known, what is left is a mistake. */
final class MappingKeys {
    private static final String ADDRESS_FORMS =
            "/pointer, ^/pointer, {path name}, =text, a list of these or {join: [...]}";

    private final JsonNode block;
    private final String path;
    private final Set<String> pathNames;
    private final List<String> problems;
    private final Set<String> known = new TreeSet<>();

    MappingKeys(JsonNode block, String path, Set<String> pathNames, List<String> problems) {
        this.block = block;
        this.path = path;
        this.pathNames = pathNames;
        this.problems = problems;
        if (!block.isObject() && !block.isMissingNode() && !block.isNull()) {
            problem("must be a mapping of keys, was %s".formatted(block));
        }
    }

    void problem(String text) {
        problems.add("%s %s".formatted(path, text));
    }

    Optional<Address> address(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        JsonNode value = value(key);
        Optional<Address> address = Address.of(value);
        if (address.isEmpty()) {
            problems.add("%s.%s must be an address, was %s; accepted: %s".formatted(path, key, value, ADDRESS_FORMS));
        }
        address.stream()
                .flatMap(Address::pathNames)
                .filter(name -> !pathNames.contains(name))
                .forEach(name -> problems.add("%s.%s takes {%s}, which object does not name; it names: %s"
                        .formatted(path, key, name, pathNames.isEmpty() ? "nothing" : String.join(", ", pathNames))));
        return address;
    }

    /** An address, or the first of the usual ones that is there. */
    Address address(String key, String... otherwise) {
        return address(key).orElseGet(() -> Address.firstOf(otherwise));
    }

    /** A time: an address alone is ISO 8601; else {@code {at: address, unit: iso|s|ms|us|ns}}. */
    Optional<MappedTime> time(String key) {
        return value(key).has("at")
                ? inUnit(key, MappedTime.Unit.class, MappedTime.Unit.ISO, MappedTime::new)
                : address(key).map(at -> new MappedTime(at, MappedTime.Unit.ISO));
    }

    /** How long something took: {@code {at: address, unit: s|ms|us|ns}}. */
    Optional<MappedDuration> duration(String key) {
        boolean whole = value(key).has("at") && value(key).has("unit");
        require(key, whole, "must be {at: address, unit: s, ms, us or ns}");
        return whole
                ? inUnit(key, MappedDuration.Unit.class, MappedDuration.Unit.MS, MappedDuration::new)
                : Optional.empty();
    }

    private <U extends Enum<U>, T> Optional<T> inUnit(
            String key, Class<U> units, U otherwise, BiFunction<Address, U, T> made) {
        MappingKeys keys = nested(key);
        Optional<Address> at = keys.address("at");
        U unit = keys.choice("unit", units, otherwise);
        keys.refuseUnknown();
        return at.map(address -> made.apply(address, unit));
    }

    Optional<String> text(String key) {
        JsonNode value = value(key);
        require(key, value.isTextual(), "must be a text");
        return Optional.of(value).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    boolean flag(String key, boolean otherwise) {
        JsonNode value = value(key);
        require(key, value.isBoolean(), "must be true or false");
        return value.isBoolean() ? value.booleanValue() : otherwise;
    }

    /** The address that a key itself writes. */
    Optional<Address> written(String key) {
        Optional<Address> address = Address.of(TextNode.valueOf(key));
        require(address.isPresent(), "has %s, which is neither an address nor a key of the mapping".formatted(key));
        return address;
    }

    /** Whether a key is written, without asking for it. */
    boolean holds(String key) {
        return block.hasNonNull(key);
    }

    boolean isEmptyList(String key) {
        return value(key).isArray() && value(key).isEmpty();
    }

    boolean isFlag(String key) {
        return value(key).isBoolean();
    }

    /** A text, or a list of them. */
    List<String> texts(String key) {
        JsonNode value = value(key);
        List<String> texts = new ArrayList<>();
        for (JsonNode text : value.isArray() ? value : has(key) ? List.of(value) : List.<JsonNode>of()) {
            if (text.isTextual()) {
                texts.add(text.textValue());
            } else {
                problems.add("%s.%s must be a text or a list of texts, was %s".formatted(path, key, value));
            }
        }
        return List.copyOf(texts);
    }

    /** The names of the block's keys, all of which are known. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        block.fieldNames().forEachRemaining(names::add);
        known.addAll(names);
        return names;
    }

    double number(String key, double otherwise) {
        JsonNode value = value(key);
        require(key, value.isNumber(), "must be a number");
        return value.isNumber() ? value.doubleValue() : otherwise;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        return maybeChoice(key, type).orElse(otherwise);
    }

    <E extends Enum<E>> Optional<E> maybeChoice(String key, Class<E> type) {
        return has(key) ? constant(path + "." + key, value(key).asText(), type) : Optional.empty();
    }

    /** A map from the log's values to constants. */
    <E extends Enum<E>> Map<String, E> choices(String key, Class<E> type) {
        Map<String, E> choices = new TreeMap<>();
        require(key, value(key).isObject(), "must map the log's words");
        value(key).properties().forEach(word -> constant(
                        "%s.%s.%s".formatted(path, key, word.getKey()),
                        word.getValue().asText(),
                        type)
                .ifPresent(constant -> choices.put(word.getKey(), constant)));
        return choices;
    }

    /** A map from the log's words to shares, from 0 to 1. */
    Map<String, Double> shares(String key) {
        Map<String, Double> shares = new TreeMap<>();
        require(key, value(key).isObject(), "must map the log's words to numbers from 0 to 1");
        value(key).properties().forEach(word -> {
            JsonNode share = word.getValue();
            if (share.isNumber() && share.doubleValue() >= 0 && share.doubleValue() <= 1) {
                shares.put(word.getKey(), share.doubleValue());
            } else {
                problems.add(
                        "%s.%s.%s must be a number from 0 to 1, was %s".formatted(path, key, word.getKey(), share));
            }
        });
        return shares;
    }

    /** What is wrong with the keys together, be they right one by one. */
    void require(boolean holds, String otherwise) {
        if (!holds) {
            problem(otherwise);
        }
    }

    /** What a key holds must be of its kind; one that holds nothing is of any. */
    private void require(String key, boolean holds, String otherwise) {
        if (!holds && has(key)) {
            problems.add("%s.%s %s, was %s".formatted(path, key, otherwise, value(key)));
        }
    }

    boolean has(String key) {
        JsonNode value = value(key);
        return !value.isMissingNode() && !value.isNull();
    }

    /** Whether a key holds keys of its own, and not just an address. */
    boolean isBlock(String key) {
        JsonNode value = value(key);
        return value.isObject() && !value.has("join");
    }

    /** A block in which nothing is said. */
    MappingKeys nothing() {
        return new MappingKeys(MissingNode.getInstance(), path, pathNames, problems);
    }

    MappingKeys nested(String key) {
        return new MappingKeys(value(key), path + "." + key, pathNames, problems);
    }

    List<MappingKeys> list(String key) {
        List<MappingKeys> list = new ArrayList<>();
        JsonNode value = value(key);
        require(key, value.isArray(), "must be a list");
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            list.add(new MappingKeys(value.get(i), "%s.%s[%d]".formatted(path, key, i), pathNames, problems));
        }
        return list;
    }

    void refuseUnknown() {
        block.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.add("%s.%s is unknown; accepted here: %s".formatted(path, name, String.join(", ", known)));
            }
        });
    }

    private <E extends Enum<E>> Optional<E> constant(String at, String written, Class<E> type) {
        Spelling<E> spelling = new Spelling<>(type);
        Optional<E> constant = spelling.read(written);
        if (constant.isEmpty()) {
            problems.add("%s must be one of %s, was '%s'".formatted(at, spelling.accepted(), written));
        }
        return constant;
    }

    private JsonNode value(String key) {
        known.add(key);
        return block.isObject() ? block.path(key) : MissingNode.getInstance();
    }
}
