package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A conversation as a model sees it. */
record Chat(String system, List<Turn> turns) {
    /** One message; a call of a tool has no text. */
    record Turn(String role, String text) {}

    Chat {
        turns = List.copyOf(turns);
    }

    /** The messages of a chat-completions request. */
    static Chat of(JsonNode messages) {
        StringBuilder system = new StringBuilder();
        List<Turn> turns = new ArrayList<>();
        for (JsonNode message : messages) {
            String role = message.path("role").asText();
            String text = text(message.path("content"));
            if (role.equals("system") || role.equals("developer")) {
                system.append(text);
            } else {
                turns.add(new Turn(role, text));
            }
        }
        return new Chat(system.toString(), turns);
    }

    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asText("");
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asText()));
        return text.toString();
    }

    /** What was asked last. */
    String question() {
        int at = lastUser();
        return at < 0 ? "" : turns.get(at).text();
    }

    /** What tools answered since then, oldest first. */
    List<String> results() {
        return turns.subList(lastUser() + 1, turns.size()).stream()
                .filter(turn -> turn.role().equals("tool"))
                .map(Turn::text)
                .toList();
    }

    private int lastUser() {
        for (int i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i).role().equals("user")) {
                return i;
            }
        }
        return -1;
    }
}
