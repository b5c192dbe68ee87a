package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What Braintrust puts in the place of bytes: {@code {type: braintrust_attachment, key, filename, content_type}}. */
final class Attachments {
    private static final String TYPE = "braintrust_attachment";

    private Attachments() {}

    static boolean is(JsonNode value) {
        return Fields.word(value, "type").equals(TYPE);
    }

    /** Where the bytes are. */
    static Optional<String> key(JsonNode attachment) {
        return is(attachment) ? Fields.filled(attachment, "key") : Optional.empty();
    }

    static Optional<String> mime(JsonNode attachment) {
        return is(attachment) ? Fields.filled(attachment, "content_type") : Optional.empty();
    }
}
