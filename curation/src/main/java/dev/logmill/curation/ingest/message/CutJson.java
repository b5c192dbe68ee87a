package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/**
 * JSON in text that a limit of length has cut, closed where it ends: {@code ["the first", "the sec}. What was said up
 * to there stays; any other value that is not whole goes.
 */
final class CutJson {
    /** Keys of what is said, of which a part is worth having. */
    private static final Set<String> SPOKEN =
            Set.of("content", "text", "thinking", "reasoning", "value", "response", "output", "result", "input");

    private final String text;
    private final Deque<Level> open = new ArrayDeque<>();
    private boolean quoted;
    private boolean escaped;
    private int quote;

    /** Where the last value ended that is whole, and what closes what is open there. */
    private int whole = -1;

    private String closing = "";

    /** An object or a list that is open; of an object the key that was read last. */
    private static final class Level {
        private final boolean object;
        private boolean atKey;
        private String key = "";

        Level(boolean object) {
            this.object = object;
            this.atKey = object;
        }
    }

    private CutJson(String text) {
        this.text = text;
    }

    /** What a text holds that begins as a list or an object and breaks off; nothing where it is whole, or is no JSON up to its end. */
    static Optional<JsonNode> mended(JsonNode cut) {
        String text = cut.isTextual() ? cut.textValue().strip() : "";
        return text.startsWith("[") || text.startsWith("{") ? new CutJson(text).mended() : Optional.empty();
    }

    private Optional<JsonNode> mended() {
        for (int i = 0; i < text.length(); i++) {
            if (quoted) {
                inQuotes(i);
            } else if (!outside(i)) {
                return Optional.empty();
            }
        }
        if (open.isEmpty() || whole < 0) {
            return Optional.empty();
        }
        boolean spoken = quoted && !open.element().atKey && SPOKEN.contains(open.element().key);
        Optional<JsonNode> all = spoken ? upTo(text.length()).or(() -> upTo(text.lastIndexOf('\\'))) : Optional.empty();
        return all.or(() -> Json.container(text.substring(0, whole) + closing));
    }

    /** With the text that is open ended at an index: the end of all, or where an escape begins that is not whole. */
    private Optional<JsonNode> upTo(int end) {
        return end > quote ? Json.container(text.substring(0, end) + '"' + closing()) : Optional.empty();
    }

    private void inQuotes(int at) {
        char c = text.charAt(at);
        if (escaped) {
            escaped = false;
        } else if (c == '\\') {
            escaped = true;
        } else if (c == '"') {
            quoted = false;
            Level level = open.element();
            if (level.atKey) {
                level.key = text.substring(quote + 1, at);
            } else {
                endsValue(at + 1);
            }
        }
    }

    /** False where no JSON goes on so. */
    private boolean outside(int at) {
        switch (text.charAt(at)) {
            case '{' -> open.push(new Level(true));
            case '[' -> open.push(new Level(false));
            case '}', ']' -> {
                if (open.isEmpty() || open.pop().object != (text.charAt(at) == '}')) {
                    return false;
                }
                endsValue(at + 1);
            }
            case '"' -> {
                quoted = true;
                quote = at;
            }
            case ':' -> {
                if (!open.isEmpty()) {
                    open.element().atKey = false;
                }
            }
            case ',' -> {
                endsValue(at);
                if (!open.isEmpty()) {
                    open.element().atKey = open.element().object;
                }
            }
            default -> {
                // White space, or a number or a word, whose end the next comma or bracket tells.
            }
        }
        return !open.isEmpty() || at + 1 == text.length();
    }

    private void endsValue(int end) {
        whole = end;
        closing = closing();
    }

    private String closing() {
        StringBuilder closing = new StringBuilder();
        open.forEach(level -> closing.append(level.object ? '}' : ']'));
        return closing.toString();
    }
}
