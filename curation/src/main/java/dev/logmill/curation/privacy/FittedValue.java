package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.json.Json;

/** What stands for a value that a JSON Schema speaks of: its placeholder, or a {@link Surrogate} where the schema takes none. */
record FittedValue(Pseudonyms pseudonyms, String scope) {
    /**
     * What the schema takes.
     *
     * @param node as logged
     * @param redacted the same without identifiers; the very same where it holds none
     */
    JsonNode of(JsonNode node, JsonNode redacted, JsonNode schema) {
        if (!JsonWalk.isOther(redacted, node)) {
            return node;
        }
        Surrogate surrogate = new Surrogate(pseudonyms, scope, redacted.asText());
        if (node.isIntegralNumber() && Surrogate.isNumber(schema)) {
            return Json.MAPPER.getNodeFactory().numberNode(surrogate.number(node.asText(), schema));
        }
        if (node.isNumber() && Surrogate.isNumber(schema)) {
            return Json.MAPPER.getNodeFactory().numberNode(surrogate.degrees(schema));
        }
        return node.isTextual() && Surrogate.isAskedFor(schema, redacted.asText())
                ? TextNode.valueOf(surrogate.text(node.textValue(), schema))
                : redacted;
    }
}
