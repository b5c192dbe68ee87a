package dev.logmill.export.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.export.example.Kind;
import dev.logmill.export.target.Conversation;
import dev.logmill.export.target.Target;

/**
 * One row as a trainer gets it.
 *
 * @param target whose shape it has
 * @param conversation what it means
 */
public record Row(Target target, Kind kind, JsonNode json, Conversation conversation) {
    /** The row in this JSON. */
    public static Row of(Target target, Kind kind, JsonNode json) {
        return new Row(target, kind, json, target.conversation(kind, json));
    }
}
