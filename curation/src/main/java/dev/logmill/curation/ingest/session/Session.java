package dev.logmill.curation.ingest.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What lines of all session files have in common. */
final class Session {
    private static final List<String> HOMES = List.of("/home/", "/Users/", "C:\\Users\\");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** A project's folder in the name of a folder, as Claude Code writes it. */
    private static final Pattern HOME = Pattern.compile("(^|/)-(?:home|Users)-[^/]*|(^|/)[A-Z]--Users-[^/]*");

    private static final int HOME_STARTS = 1;

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

    /** An object's path without the ids of sessions and the folders of people that it names. */
    static String disguised(String object, UnaryOperator<String> keyed) {
        String withoutIds = UUID.matcher(object).replaceAll(id -> keyed.apply(id.group()));
        return HOME.matcher(withoutIds).replaceAll(home -> {
            boolean isInside = home.group().startsWith("/");
            return (isInside ? "/" : "") + keyed.apply(isInside ? home.group().substring(HOME_STARTS) : home.group());
        });
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
