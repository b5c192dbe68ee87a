package dev.logmill.curation.ingest.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What lines of all session files have in common. */
final class Session {
    private static final List<String> HOMES = List.of("/home/", "/Users/", "C:\\Users\\");

    private Session() {}

    /** When a line was written; a time that cannot be one is none, for the line still says what it says. */
    static Optional<Instant> time(JsonNode line) {
        return Timestamps.iso(line.path("timestamp")).filter(Timestamps::isPlausible);
    }

    /** A folder without the name of the person whose home it is in. */
    static String withoutHome(String path) {
        for (String homes : HOMES) {
            if (path.startsWith(homes)) {
                String below = path.substring(homes.length());
                int end = Math.max(below.indexOf('/'), below.indexOf('\\'));
                return end < 0 ? "~" : "~" + below.substring(end);
            }
        }
        return path;
    }

    /** Small fields of a line as attributes, those of these names. */
    static ObjectNode attributes(JsonNode line, String... names) {
        ObjectNode attributes = Json.MAPPER.createObjectNode();
        for (String name : names) {
            JsonNode value = line.path(name);
            if (value.isValueNode() && !Fields.isEmpty(value)) {
                attributes.set(name, value);
            }
        }
        Fields.filled(line, "cwd").ifPresent(folder -> attributes.put("cwd", withoutHome(folder)));
        return attributes;
    }
}
