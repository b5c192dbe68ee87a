package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads fields of provider JSON, and notes what could not be kept as it was. */
public final class Fields {
    private final Set<Fidelity> notes = EnumSet.noneOf(Fidelity.class);

    /** What was noted so far. */
    public Set<Fidelity> notes() {
        return notes;
    }

    /** Notes something that the log left out or left unclear. */
    public void note(Fidelity flag) {
        notes.add(flag);
    }

    /** The text of a field: a number or a flag counts as its text, an empty text as a text, null as nothing. */
    public static Optional<String> text(JsonNode node, String field) {
        return text(node.path(field));
    }

    /** The text of a value, as {@link #text(JsonNode, String)}. */
    public static Optional<String> text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** A whole number of a field, also where it is written as a decimal without a fraction. */
    public static Optional<Long> number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNumber() && value.canConvertToLong() ? Optional.of(value.longValue()) : Optional.empty();
    }

    /**
     * Arguments of a tool call, from an object or from a text that holds one, as canonical JSON. What is neither stays as
     * the model wrote it, and is noted.
     */
    public String arguments(JsonNode value) {
        if (value.isContainerNode()) {
            return Json.canonical(value);
        }
        String written = value.isNull() || value.isMissingNode() ? "" : value.asText();
        if (written.isBlank()) {
            return "{}";
        }
        Optional<JsonNode> parsed = Json.container(written);
        if (parsed.isEmpty() || !parsed.get().isObject()) {
            note(Fidelity.UNPARSED_ARGUMENTS);
            return written;
        }
        return Json.canonical(parsed.get());
    }

    /** A value as text: texts as they are, all else as canonical JSON. */
    public static String asText(JsonNode value) {
        return value.isTextual() ? value.textValue() : Json.canonical(value);
    }
}
