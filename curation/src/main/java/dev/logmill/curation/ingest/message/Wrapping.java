package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** What frameworks wrap messages in, whichever way they go. */
final class Wrapping {
    private Wrapping() {}

    /** Whether a value is the messages that a template of LangChain made, serialised. */
    static boolean isPrompt(JsonNode logged) {
        return logged.has("lc") && logged.path("kwargs").path("messages").isArray();
    }

    /** The value of an object's only field, where its name says what it is and it is a text, a list or an object. */
    static Optional<JsonNode> sole(JsonNode body, Set<String> names) {
        if (body.size() != 1) {
            return Optional.empty();
        }
        String name = body.fieldNames().next();
        JsonNode value = JsonInText.decoded(body.path(name));
        return names.contains(name) && !Fields.isEmpty(value) && !value.isNumber()
                ? Optional.of(value)
                : Optional.empty();
    }

    /** Models of LangChain are asked several conversations at once; logged is mostly one, in a list of its own. */
    static JsonNode flat(JsonNode list) {
        JsonNode inner = list.path(0);
        boolean batch = list.isArray()
                && list.size() == 1
                && inner.isArray()
                && (inner.isEmpty() || inner.path(0).isContainerNode());
        return batch ? inner : list;
    }
}
