package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A thought as a message of its own, {@code {role: thinking, content: text}}, as OpenLLMetry has those of Anthropic's models; it is
 * the reasoning of the answer behind it.
 */
final class SpokenThought implements MessageForm {
    private static final Set<String> ROLES = Set.of("thinking", "reasoning");
    private static final String THOUGHT = "reasoning_content";

    @Override
    public boolean fits(JsonNode message) {
        return ROLES.contains(Fields.word(message, "role").toLowerCase(Locale.ROOT))
                && message.path("content").isTextual();
    }

    @Override
    public List<JsonNode> plain(JsonNode message, String place, Fields fields) {
        ObjectNode plain = message.deepCopy();
        plain.set(THOUGHT, plain.remove("content"));
        return List.of(plain.put("role", "assistant"));
    }

    /** The same messages, each thought within the answer that comes right behind. */
    static JsonNode joined(JsonNode messages) {
        SpokenThought form = new SpokenThought();
        if (StreamSupport.stream(messages.spliterator(), false).noneMatch(form::fits)) {
            return messages;
        }
        ArrayNode joined = Json.MAPPER.createArrayNode();
        for (JsonNode message : messages) {
            JsonNode thought = joined.path(joined.size() - 1);
            boolean answers = Fields.word(message, "role").equals("assistant") && !message.has(THOUGHT);
            if (answers && form.fits(thought)) {
                ObjectNode whole = message.deepCopy();
                joined.set(joined.size() - 1, whole.set(THOUGHT, thought.path("content")));
            } else {
                joined.add(message);
            }
        }
        return joined;
    }
}
