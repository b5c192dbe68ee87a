package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        JsonNode value = value(key);
        if (absent(value)) {
            return Optional.empty();
        }
        Optional<Address> address = Address.of(value);
        if (address.isEmpty()) {
            problems.add("%s.%s must be an address, was %s; accepted: %s".formatted(path, key, value, ADDRESS_FORMS));
        }
        address.ifPresent(found -> refuseUnknownNames(key, found));
        return address;
    }

    private void refuseUnknownNames(String key, Address address) {
        if (address.kind() == Address.Kind.PATH && !pathNames.contains(address.text())) {
            problems.add("%s.%s takes {%s}, which object does not name; it names: %s"
                    .formatted(
                            path, key, address.text(), pathNames.isEmpty() ? "nothing" : String.join(", ", pathNames)));
        }
        address.parts().forEach(part -> refuseUnknownNames(key, part));
    }

    /** An address, or the first of the usual ones that is there. */
    Address address(String key, String... otherwise) {
        return address(key).orElseGet(() -> Address.firstOf(otherwise));
    }

    /** A time: an address alone is ISO 8601; else {@code {at: address, unit: iso|s|ms|us|ns}}. */
    Optional<MappedTime> time(String key) {
        JsonNode value = value(key);
        if (absent(value)) {
            return Optional.empty();
        }
        if (!value.has("at")) {
            return address(key).map(at -> new MappedTime(at, MappedTime.Unit.ISO));
        }
        MappingKeys keys = new MappingKeys(value, path + "." + key, pathNames, problems);
        Optional<Address> at = keys.address("at");
        MappedTime.Unit unit = keys.choice("unit", MappedTime.Unit.class, MappedTime.Unit.ISO);
        keys.refuseUnknown();
        return at.map(address -> new MappedTime(address, unit));
    }

    /** How long something took: {@code {at: address, unit: s|ms|us|ns}}. */
    Optional<MappedDuration> duration(String key) {
        JsonNode value = value(key);
        if (absent(value)) {
            return Optional.empty();
        }
        if (!value.has("at") || !value.has("unit")) {
            problems.add("%s.%s must be {at: address, unit: s, ms, us or ns}, was %s".formatted(path, key, value));
            return Optional.empty();
        }
        MappingKeys keys = new MappingKeys(value, path + "." + key, pathNames, problems);
        Optional<Address> at = keys.address("at");
        MappedDuration.Unit unit = keys.choice("unit", MappedDuration.Unit.class, MappedDuration.Unit.MS);
        keys.refuseUnknown();
        return at.map(address -> new MappedDuration(address, unit));
    }

    boolean flag(String key, boolean otherwise) {
        JsonNode value = value(key);
        if (!absent(value) && !value.isBoolean()) {
            problems.add("%s.%s must be true or false, was %s".formatted(path, key, value));
        }
        return value.isBoolean() ? value.booleanValue() : otherwise;
    }

    double number(String key, double otherwise) {
        JsonNode value = value(key);
        if (!absent(value) && !value.isNumber()) {
            problems.add("%s.%s must be a number, was %s".formatted(path, key, value));
        }
        return value.isNumber() ? value.doubleValue() : otherwise;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        return maybeChoice(key, type).orElse(otherwise);
    }

    <E extends Enum<E>> Optional<E> maybeChoice(String key, Class<E> type) {
        JsonNode value = value(key);
        return absent(value) ? Optional.empty() : constant(path + "." + key, value.asText(), type);
    }

    /** A map from the log's values to constants. */
    <E extends Enum<E>> Map<String, E> choices(String key, Class<E> type) {
        Map<String, E> choices = new TreeMap<>();
        if (!absent(value(key)) && !value(key).isObject()) {
            problems.add("%s.%s must map the log's words, was %s".formatted(path, key, value(key)));
        }
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
        if (!absent(value(key)) && !value(key).isObject()) {
            problems.add(
                    "%s.%s must map the log's words to numbers from 0 to 1, was %s".formatted(path, key, value(key)));
        }
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

    boolean has(String key) {
        return !absent(value(key));
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
        if (!absent(value) && !value.isArray()) {
            problems.add("%s.%s must be a list, was %s".formatted(path, key, value));
        }
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
        for (E constant : type.getEnumConstants()) {
            if (key(constant).equals(written.toLowerCase(Locale.ROOT))) {
                return Optional.of(constant);
            }
        }
        String accepted =
                Arrays.stream(type.getEnumConstants()).map(MappingKeys::key).collect(Collectors.joining(", "));
        problems.add("%s must be one of %s, was '%s'".formatted(at, accepted, written));
        return Optional.empty();
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private JsonNode value(String key) {
        known.add(key);
        return block.isObject() ? block.path(key) : MissingNode.getInstance();
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
