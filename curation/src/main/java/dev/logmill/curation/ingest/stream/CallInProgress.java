package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;

/** A tool call of a streamed chat completion, as its arguments grow. */
final class CallInProgress {
    private final Growing call = new Growing(Json.MAPPER.createObjectNode());
    private final Growing function = new Growing(Json.MAPPER.createObjectNode());
    private String form = "function";

    /** Whether a fragment begins another call than this one. */
    boolean isOther(JsonNode fragment) {
        String id = Fields.word(fragment, "id");
        return !id.isEmpty() && !call.text("id").isEmpty() && !id.equals(call.text("id"));
    }

    void add(JsonNode fragment) {
        call.setOnce("id", fragment.path("id"));
        call.setOnce("type", fragment.path("type"));
        form = fragment.path("custom").isObject() ? "custom" : form;
        JsonNode part = fragment.path(form);
        function.setOnce("name", part.path("name"));
        function.append("input", part.path("input"));
        JsonNode arguments = part.path("arguments");
        if (arguments.isObject()) {
            function.settle("arguments", arguments);
        } else {
            function.append("arguments", arguments);
        }
    }

    ObjectNode whole() {
        ObjectNode whole = call.whole();
        whole.set(form, function.whole());
        return whole;
    }
}
