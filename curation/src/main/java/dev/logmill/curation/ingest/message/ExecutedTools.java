package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import java.util.Optional;
import java.util.Set;

/**
 * Tools that Groq's compound systems ran while they answered, beside the answer: {@code executed_tools: [{type: search, arguments, output}]}. They
 * have no ids; each tool goes by its type.
 *
 * @see <a href="https://console.groq.com/docs/compound">Compound</a>
 */
final class ExecutedTools {
    static final String NAME = "executed_tools";
    private static final Set<String> KNOWN = Set.of("index", "type", "name", "arguments", "output");

    private ExecutedTools() {}

    /** Reads the tools of a message that stands at {@code place}: they ran before it was said. */
    static void read(JsonNode message, String place, MessageParts into, Fields fields, Content content)
            throws UnreadableRecord {
        JsonNode tools = message.path(NAME);
        for (int i = 0; i < tools.size(); i++) {
            JsonNode ran = tools.path(i);
            PartReading reading = new PartReading(ran, "%s.%s[%d]".formatted(place, NAME, i), into, fields, content);
            String tool = Fields.filled(ran, "name").orElse(reading.type());
            Optional<String> id = Optional.of(MadeCallIds.of(tool) + (i == 0 ? "" : "-" + (i + 1)));
            reading.callOfProvider(id, tool, ran.path("arguments"));
            if (!Fields.isEmpty(ran.path("output"))) {
                reading.result(id, Optional.of(tool), ran.path("output"));
            }
            reading.rest(KNOWN);
        }
    }
}
