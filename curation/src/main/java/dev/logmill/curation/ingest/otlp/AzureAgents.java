package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;

/**
 * Events of Azure AI Agents. The content of a message goes by its kind, {@code {text: {value, annotations}}}, and a span in which a
 * thread runs tells the answer like any other message of the thread, as its last one.
 */
final class AzureAgents {
    private AzureAgents() {}

    /** How many of a span's events, counted from the last one, are what came out of its run. */
    static int answers(Carried span, List<CarriedEvent> messages) {
        boolean runs = span.attributes()
                        .text("gen_ai.system")
                        .filter("az.ai.agents"::equals)
                        .isPresent()
                && span.attributes()
                        .text("gen_ai.operation.name")
                        .filter("process_thread_run"::equals)
                        .isPresent();
        int answers = 0;
        while (runs && answers < messages.size() && isAnswer(messages.get(messages.size() - 1 - answers))) {
            answers++;
        }
        return answers;
    }

    private static boolean isAnswer(CarriedEvent event) {
        return EventMessage.of(event.name())
                .filter(EventMessage.ASSISTANT::equals)
                .isPresent();
    }

    /** The parts of such a content, each under its kind; any other content as it is. */
    static JsonNode parts(JsonNode content) {
        JsonNode text = content.path("text");
        if (content.has("type") || !text.path("value").isTextual()) {
            return content;
        }
        ArrayNode parts = Json.MAPPER.createArrayNode();
        content.properties().forEach(part -> {
            ObjectNode typed = parts.addObject().put("type", part.getKey());
            if (part.getKey().equals("text")) {
                typed.set("text", text.path("value"));
                if (!text.path("annotations").isEmpty()) {
                    typed.set("annotations", text.path("annotations"));
                }
            } else {
                typed.set(part.getKey(), part.getValue());
            }
        });
        return parts;
    }
}
