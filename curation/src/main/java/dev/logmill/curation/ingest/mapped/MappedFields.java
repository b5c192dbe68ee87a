package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of a record that a mapping reads from, wherever in it the address stands: what they hold has its place, and
 * an id among them must be nowhere but there.
 *
 * @param all an address is the record as a whole
 * @param names the first names of all other addresses into the record
 * @param pointers these addresses
 */
record MappedFields(boolean all, Set<String> names, Set<String> pointers) implements Serializable {
    MappedFields {
        names = Set.copyOf(names);
        pointers = Set.copyOf(pointers);
    }

    /** The fields that a written mapping reads from. */
    static MappedFields of(JsonNode written) {
        Set<String> pointers = new TreeSet<>();
        // Where a document holds many records, ^ leads out of the record; from a message it leads into it.
        boolean isDocument = !written.hasNonNull("records");
        for (Map.Entry<String, JsonNode> key : written.properties()) {
            switch (key.getKey()) {
                case "object", "records", "when", "cases", "attributes" -> {}
                case "message" -> collect(key.getValue(), false, true, pointers);
                default -> collect(key.getValue(), true, isDocument, pointers);
            }
        }
        Set<String> names = new TreeSet<>();
        pointers.stream().filter(pointer -> !pointer.isEmpty()).forEach(pointer -> names.add(first(pointer)));
        return new MappedFields(pointers.contains(""), names, pointers);
    }

    private static void collect(JsonNode block, boolean record, boolean document, Set<String> pointers) {
        if (block.isContainerNode()) {
            block.forEach(part -> collect(part, record, document, pointers));
        } else if (record
                && block.isTextual()
                && (block.textValue().isEmpty() || block.textValue().startsWith("/"))) {
            pointers.add(block.textValue());
        } else if (document && block.isTextual() && block.textValue().startsWith("^")) {
            pointers.add(block.textValue().substring(1));
        }
    }

    /** The first name of a JSON Pointer, unescaped (RFC 6901). */
    private static String first(String pointer) {
        int end = pointer.indexOf('/', 1);
        return pointer.substring(1, end < 0 ? pointer.length() : end)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    /** Whether what lies at a pointer is read: it itself, a part of it, or all that it is a part of. */
    boolean reads(String pointer) {
        return all
                || pointers.stream()
                        .anyMatch(read -> (read + "/").startsWith(pointer + "/") || pointer.startsWith(read + "/"));
    }

    /** Whether a field of the record is read, or read from. */
    boolean has(String field) {
        return all || names.contains(field);
    }
}
