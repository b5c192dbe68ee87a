package dev.logmill.export.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.export.target.Conversation;
import java.util.List;

/** The two answers of a preference, as far as their difference can teach anything: white space cannot. */
record AnswerPair(String chosen, String rejected) {
    static AnswerPair of(Conversation conversation) {
        return new AnswerPair(normal(conversation.answer()), normal(conversation.rejected()));
    }

    private static String normal(List<JsonNode> answer) {
        StringBuilder text = new StringBuilder();
        for (JsonNode message : answer) {
            String content = message.path("content").asText("");
            // Two spellings of one document are one answer.
            text.append(Json.container(content).map(Json::canonical).orElseGet(() -> spaced(content)));
            for (JsonNode call : message.path("tool_calls")) {
                text.append('\u0000').append(Json.canonical(call.path("function")));
            }
        }
        return text.toString();
    }

    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                spaced.append(c);
            } else if (!spaced.isEmpty() && spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(' ');
            }
        }
        return spaced.toString().strip();
    }
}
