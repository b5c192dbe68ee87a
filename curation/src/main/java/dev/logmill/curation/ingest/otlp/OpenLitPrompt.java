package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The messages of a call in one text, as OpenLIT writes them before its messages of JSON: {@code user: hi}, a line or more each. */
final class OpenLitPrompt {
    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool");
    private static final String MARK = ": ";

    private OpenLitPrompt() {}

    /** Whether OpenLIT made a span. */
    static boolean isOf(Carried span) {
        return span.attributes()
                        .text("telemetry.sdk.name")
                        .filter("openlit"::equals)
                        .isPresent()
                || Fields.word(span.around().scope(), "name").startsWith("openlit");
    }

    /** The messages in one that holds them all; that one itself where it names no speaker. */
    static List<JsonNode> apart(JsonNode message) {
        String text = Fields.word(message, "content");
        if (role(text).isEmpty()) {
            return List.of(message);
        }
        List<JsonNode> messages = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        String speaker = "";
        for (String line : text.split("\n", -1)) {
            String role = role(line);
            if (role.isEmpty()) {
                said.append('\n').append(line);
                continue;
            }
            add(messages, speaker, said);
            speaker = role;
            said.append(line.substring(role.length() + MARK.length()));
        }
        add(messages, speaker, said);
        return messages;
    }

    private static void add(List<JsonNode> messages, String speaker, StringBuilder said) {
        if (!speaker.isEmpty()) {
            ObjectNode message = Json.MAPPER.createObjectNode().put("role", speaker);
            messages.add(message.put("content", said.toString()));
        }
        said.setLength(0);
    }

    /** Who a line says that speaks; empty where it goes on. */
    private static String role(String line) {
        int end = line.indexOf(MARK);
        String role = end < 0 ? "" : line.substring(0, end);
        return ROLES.contains(role) ? role : "";
    }
}
