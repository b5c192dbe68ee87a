package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads fields of provider JSON and notes what did not fit: what could not be kept as it was, fields that have no place
 * in the one form, tool results that report a failure. One for each record.
 */
public final class Fields {
    /** Fewer than make 2^53. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");

    private final Set<Fidelity> notes = EnumSet.noneOf(Fidelity.class);
    private final Map<String, JsonNode> rest = new TreeMap<>();
    private final List<String> failedCalls = new ArrayList<>();
    private Optional<String> finish = Optional.empty();

    /** What was noted so far. */
    public Set<Fidelity> notes() {
        return Collections.unmodifiableSet(notes);
    }

    /** Notes something that the log left out or left unclear. */
    public void note(Fidelity flag) {
        notes.add(flag);
    }

    /** Reads what was asked: the tools that earlier answers in it rest on say nothing of the one to come. */
    public <T> T ofInput(Reading<T> reading) throws UnreadableRecord {
        boolean before = notes.contains(Fidelity.PROVIDER_TOOLS);
        T read = reading.read();
        if (!before) {
            notes.remove(Fidelity.PROVIDER_TOOLS);
        }
        return read;
    }

    /** Reads something of a record. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws UnreadableRecord;
    }

    /** The fields without a place of their own, by where they stood; without secrets and inlined bytes. */
    public Map<String, JsonNode> rest() {
        return Collections.unmodifiableMap(rest);
    }

    /** Keeps a value that has no place of its own; absent and empty ones say nothing. */
    public void keep(String place, JsonNode value) {
        if (!isEmpty(value)) {
            rest.put(place, Scrubbed.of(value));
        }
    }

    /** Keeps the fields of an object that are not among the known ones, credentials aside; the record has no place. */
    public void keepRest(String place, JsonNode object, Set<String> known) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!known.contains(field.getKey()) && !Scrubbed.isSecret(field.getKey())) {
                keep(place.isEmpty() ? field.getKey() : place + "." + field.getKey(), field.getValue());
            }
        }
    }

    /** Why the answer ended, in OpenAI's words, where the answer itself says so. */
    public Optional<String> finish() {
        return finish;
    }

    /** Takes the reason why the answer ended; of several answers that of the first. */
    void finished(Optional<String> word) {
        finish = finish.or(() -> word.map(FinishReasons::normalised));
    }

    /** Ids of the calls whose result says that the tool failed, in order. */
    public List<String> failedCalls() {
        return Collections.unmodifiableList(failedCalls);
    }

    /** Notes that the result of a call says that the tool failed. */
    public void callFailed(String id) {
        failedCalls.add(id);
    }

    /** What has no place in a span, as canonical JSON. */
    public String attributes() {
        ObjectNode attributes = Json.MAPPER.createObjectNode();
        rest.forEach(attributes::set);
        putFailedCalls(attributes);
        return Json.canonical(attributes);
    }

    /** Tells which calls failed, where any did. */
    public void putFailedCalls(ObjectNode attributes) {
        if (!failedCalls.isEmpty()) {
            failedCalls.forEach(attributes.putArray("tool_errors")::add);
        }
    }

    /** The text of a field: a number or a flag counts as its text, an empty text as a text, null as nothing. */
    public static Optional<String> text(JsonNode node, String field) {
        return text(node.path(field));
    }

    /** The text of a value, as {@link #text(JsonNode, String)}. */
    public static Optional<String> text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** A field that is a word among known ones, or an id: its text, empty where it has none. */
    public static String word(JsonNode node, String field) {
        return text(node, field).orElse("");
    }

    /** The text of a field that is not blank. */
    public static Optional<String> filled(JsonNode node, String field) {
        return text(node, field).filter(text -> !text.isBlank());
    }

    /** A count: a number from 0 to 2^53, be it as a text of digits; a fraction is cut off. */
    public static Optional<Long> count(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isTextual() && DIGITS.matcher(value.textValue()).matches()) {
            return Optional.of(Long.valueOf(value.textValue()));
        }
        // As a double first: the exact form of a number such as 1e999999999 would fill the memory.
        double size = value.isNumber() ? value.doubleValue() : -1;
        return size >= 0 && size <= 0x1.0p53 ? Optional.of((long) size) : Optional.empty();
    }

    /** Whether a value says nothing: absent, null, or a text, list or object without content. */
    public static boolean isEmpty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isContainerNode() && value.isEmpty())
                || (value.isTextual() && value.textValue().isEmpty());
    }

    /**
     * Arguments of a tool call, from an object or from a text that holds one, be it as Python writes it, as canonical JSON. What is neither stays as
     * the model wrote it, and is noted; no arguments at all are an empty object.
     */
    public String arguments(JsonNode value) {
        if (value.isObject()) {
            return Json.canonical(value);
        }
        if (value.isNull() || value.isMissingNode()) {
            return "{}";
        }
        String written = asText(value);
        if (written.isEmpty()) {
            return "{}";
        }
        Optional<JsonNode> parsed =
                Json.container(written).filter(JsonNode::isObject).or(() -> PythonLiteral.dict(written));
        if (parsed.isEmpty()) {
            note(Fidelity.UNPARSED_ARGUMENTS);
        }
        return parsed.map(Json::canonical).orElse(written);
    }

    /** A value as text: texts as they are, all else as canonical JSON. */
    public static String asText(JsonNode value) {
        return value.isTextual() ? value.textValue() : Json.canonical(value);
    }
}
