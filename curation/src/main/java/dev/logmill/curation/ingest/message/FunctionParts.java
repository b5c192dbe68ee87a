package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import java.util.Set;

/** Calls as PostHog writes them among the parts: {@code {type: function, id, function: {name, arguments}}}. */
final class FunctionParts implements PartForm {
    private static final Set<String> KNOWN = Set.of("type", "id", "function");

    @Override
    public boolean fits(JsonNode part) {
        // A tool that is offered looks alike, but says what it takes instead of what it is given.
        return Fields.word(part, "type").equals("function")
                && part.path("function").isObject()
                && !part.path("function").has("parameters");
    }

    @Override
    public void read(PartReading reading) throws UnreadableRecord {
        JsonNode function = reading.part().path("function");
        reading.call(Fields.filled(reading.part(), "id"), function, "name", function.path("arguments"));
        reading.rest(KNOWN);
    }
}
