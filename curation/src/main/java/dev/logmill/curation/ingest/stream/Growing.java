package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An object whose text fields grow by fragments; the nodes that fragments come from are never changed. */
final class Growing {
    private final ObjectNode fields;
    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();

    Growing(ObjectNode fields) {
        this.fields = fields;
    }

    /** Adds a fragment; what is no text adds nothing. */
    void append(String field, JsonNode fragment) {
        if (fragment.isTextual()) {
            texts.computeIfAbsent(
                            field, name -> new StringBuilder(fields.path(name).asText("")))
                    .append(fragment.textValue());
        }
    }

    /** Replaces what a field has gathered by its final value. */
    void settle(String field, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            texts.remove(field);
            fields.set(field, value);
        }
    }

    /** Sets a field that is still absent, null or an empty text. */
    void setOnce(String field, JsonNode value) {
        JsonNode now = fields.path(field);
        boolean unset = now.isMissingNode()
                || now.isNull()
                || (now.isTextual() && now.textValue().isEmpty());
        if (unset && !value.isMissingNode() && !value.isNull()) {
            fields.set(field, value);
        }
    }

    /** What a field holds by now. */
    String text(String field) {
        StringBuilder gathered = texts.get(field);
        return gathered == null ? fields.path(field).asText("") : gathered.toString();
    }

    /** The object, whole. */
    ObjectNode whole() {
        texts.forEach((field, text) -> fields.put(field, text.toString()));
        texts.clear();
        return fields;
    }
}
