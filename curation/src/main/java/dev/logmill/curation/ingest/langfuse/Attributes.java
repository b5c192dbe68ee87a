package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;

/** What has no place in a span, as canonical JSON. */
final class Attributes {
    private Attributes() {}

    static String of(Fields fields) {
        ObjectNode attributes = Json.MAPPER.createObjectNode();
        fields.rest().forEach(attributes::set);
        if (!fields.failedCalls().isEmpty()) {
            fields.failedCalls().forEach(attributes.putArray("tool_errors")::add);
        }
        return Json.canonical(attributes);
    }
}
