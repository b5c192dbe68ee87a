package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import java.util.List;

/** What OpenInference notes of retrievers, rerankers, embeddings and crews where no input and no output is noted. */
final class Retrieved {
    private static final List<String> LISTS = List.of("retrieval.documents", "reranker.output_documents");
    /** Of a tool's call; of an offered tool it is the schema. */
    private static final String PARAMETERS = "tool.parameters";

    private static final List<String> ASKED = List.of("reranker.query", "crew_inputs");

    private Retrieved() {}

    /** The documents that were found, as JSON in text, {@code [{content, id, score, metadata}]}; missing where there are none. */
    static JsonNode documents(Attributes attributes) {
        for (String name : LISTS) {
            ArrayNode documents = Json.MAPPER.createArrayNode();
            for (JsonNode listed : attributes.list(name)) {
                documents.add(listed.path("document").isObject() ? listed.path("document") : listed);
            }
            if (!documents.isEmpty()) {
                return TextNode.valueOf(Json.canonical(documents));
            }
        }
        return MissingNode.getInstance();
    }

    /** The same of the one attribute that lists them in OpenTelemetry's conventions. */
    static JsonNode documents(JsonNode listed) {
        JsonNode documents = JsonInText.decoded(listed);
        return Fields.isEmpty(documents) ? MissingNode.getInstance() : TextNode.valueOf(Json.canonical(documents));
    }

    /** What was looked for, the texts that were embedded, what a crew began with, or a tool was called with. */
    static JsonNode asked(Attributes attributes) {
        for (String name : ASKED) {
            if (attributes.has(name)) {
                return attributes.take(name);
            }
        }
        JsonNode parameters = JsonInText.decoded(attributes.peek(PARAMETERS));
        if (parameters.isObject() && !parameters.has("properties") && attributes.has("tool.name")) {
            return attributes.take(PARAMETERS);
        }
        ArrayNode texts = Json.MAPPER.createArrayNode();
        for (JsonNode embedded : attributes.list("embedding.embeddings")) {
            JsonNode text = embedded.path("embedding").path("text");
            if (!Fields.isEmpty(text)) {
                texts.add(text);
            }
        }
        return texts.size() == 1
                ? texts.get(0)
                : texts.isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(Json.canonical(texts));
    }
}
