package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;

/** A text that was written as a JSON text, in quotes. */
public final class Unquoted {
    private Unquoted() {}

    /** The text within; the text itself where it is no JSON text. */
    public static String of(String written) {
        if (!written.startsWith("\"")) {
            return written;
        }
        try {
            JsonNode inner = Json.parse(written);
            return inner.isTextual() ? inner.textValue() : written;
        } catch (JsonProcessingException plain) {
            return written;
        }
    }
}
