package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.ingest.message.JsonInText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a value lies. Written as
 *
 * <ul>
 *   <li>{@code /a/b}: a JSON Pointer (RFC 6901) into the record, through JSON that was logged as text too;
 *   <li>{@code ^/a/b}: the same into the document that holds the record;
 *   <li>{@code {model}}: a part of the object's path, named by {@code object};
 *   <li>{@code =text}: that text;
 *   <li>a list: the first of them that is there;
 *   <li>{@code {join: [...]}}: all of them, joined by a slash; nothing where one is not there.
 * </ul>
 */
record Address(Kind kind, String text, List<Address> parts) implements Serializable {
    enum Kind {
        RECORD,
        DOCUMENT,
        PATH,
        CONSTANT,
        FIRST,
        JOIN
    }

    /** The address that a configuration value writes, or nothing where it writes none. */
    static Optional<Address> of(JsonNode written) {
        if (written.isArray()) {
            return all(written).map(parts -> new Address(Kind.FIRST, "", parts));
        }
        if (written.path("join").isArray() && written.size() == 1) {
            return all(written.path("join")).map(parts -> new Address(Kind.JOIN, "", parts));
        }
        return written.isTextual() ? of(written.textValue()) : Optional.empty();
    }

    /** The first of some pointers into the record that is there. */
    static Address firstOf(String... pointers) {
        List<Address> parts = Arrays.stream(pointers)
                .map(pointer -> new Address(Kind.RECORD, pointer, List.of()))
                .toList();
        return parts.size() == 1 ? parts.get(0) : new Address(Kind.FIRST, "", parts);
    }

    private static Optional<List<Address>> all(JsonNode list) {
        List<Address> parts = new ArrayList<>();
        list.forEach(part -> of(part).ifPresent(parts::add));
        return parts.size() == list.size() && !parts.isEmpty() ? Optional.of(List.copyOf(parts)) : Optional.empty();
    }

    private static Optional<Address> of(String text) {
        if (text.isEmpty() || text.startsWith("/")) {
            return Optional.of(new Address(Kind.RECORD, text, List.of()));
        }
        if (text.startsWith("^")) {
            return Optional.of(new Address(Kind.DOCUMENT, text.substring(1), List.of()))
                    .filter(address -> address.text.isEmpty() || address.text.startsWith("/"));
        }
        if (text.startsWith("=")) {
            return Optional.of(new Address(Kind.CONSTANT, text.substring(1), List.of()));
        }
        return text.startsWith("{") && text.endsWith("}")
                ? Optional.of(new Address(Kind.PATH, text.substring(1, text.length() - 1), List.of()))
                : Optional.empty();
    }

    /** Whether what lies at another address, whichever of several it is, is this value or a part of it. */
    boolean reads(Address other) {
        return (equals(other) && kind != Kind.CONSTANT)
                || parts.stream().anyMatch(part -> part.reads(other))
                || (other.kind == Kind.FIRST && other.parts.stream().anyMatch(this::reads));
    }

    /** The value in a record; nothing where it is not there, or null. */
    Optional<JsonNode> find(MappedRecord record) {
        return switch (kind) {
            case RECORD -> at(record.body());
            case DOCUMENT -> at(record.document());
            case PATH -> Optional.ofNullable(record.pathNames().get(text)).map(TextNode::valueOf);
            case CONSTANT -> Optional.of(TextNode.valueOf(text));
            case FIRST ->
                parts.stream().flatMap(part -> part.find(record).stream()).findFirst();
            case JOIN -> joined(record);
        };
    }

    /** The value as text, where it is one value. */
    Optional<String> text(MappedRecord record) {
        return find(record).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    private Optional<JsonNode> joined(MappedRecord record) {
        StringJoiner joined = new StringJoiner("/");
        for (Address part : parts) {
            Optional<String> value = part.text(record);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            joined.add(value.get());
        }
        return Optional.of(TextNode.valueOf(joined.toString()));
    }

    private Optional<JsonNode> at(@Nullable JsonNode tree) {
        JsonPointer way = JsonPointer.compile(text);
        JsonNode found = tree == null ? MissingNode.getInstance() : tree.at(way);
        if (found.isMissingNode() && tree != null) {
            found = throughText(tree, way);
        }
        return found.isMissingNode() || found.isNull() ? Optional.empty() : Optional.of(found);
    }

    /** Columns of tables often hold JSON as text: the way leads through it. */
    private static JsonNode throughText(JsonNode tree, JsonPointer way) {
        JsonNode at = tree;
        JsonPointer left = way;
        while (!left.matches() && !at.isMissingNode()) {
            JsonNode within = JsonInText.decoded(at);
            at = left.mayMatchElement() && within.isArray()
                    ? within.path(left.getMatchingIndex())
                    : within.path(left.getMatchingProperty());
            left = left.tail();
        }
        return at;
    }

    /** The parts of the path that the value is made of. */
    Stream<String> pathNames() {
        return kind == Kind.PATH ? Stream.of(text) : parts.stream().flatMap(Address::pathNames);
    }

    /** The address as it is written, for messages. */
    String written() {
        return switch (kind) {
            case RECORD -> text;
            case DOCUMENT -> "^" + text;
            case PATH -> "{" + text + "}";
            case CONSTANT -> "=" + text;
            case FIRST, JOIN -> parts.stream().map(Address::written).toList().toString();
        };
    }
}
