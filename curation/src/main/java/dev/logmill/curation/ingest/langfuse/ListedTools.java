package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;

/**
 * The tools that Langfuse's LangChain integrations list among the messages, each as one of role {@code tool} whose content is the
 * tool's definition.
 *
 * @param messages the others
 * @param tools the definitions, in order
 */
record ListedTools(ArrayNode messages, ArrayNode tools) {
    static ListedTools of(JsonNode input) {
        ListedTools listed = new ListedTools(Json.MAPPER.createArrayNode(), Json.MAPPER.createArrayNode());
        if (input.isArray()) {
            input.forEach(message -> (isTool(message) ? listed.tools : listed.messages)
                    .add(isTool(message) ? message.path("content") : message));
        }
        return listed;
    }

    private static boolean isTool(JsonNode message) {
        JsonNode content = message.path("content");
        return Fields.word(message, "role").equals("tool")
                && Fields.word(content, "type").equals("function")
                && content.path("function").has("parameters");
    }
}
